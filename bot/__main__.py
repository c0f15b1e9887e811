"""The command line: run (default) · try · review · quiz · progress · check · simulate · read · backup · doctor …"""

from __future__ import annotations

import click

from bot.command_line import authors, hosts, learners
from bot.command_line.common import take_any_signs


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.pass_context
def main(context: click.Context) -> None:
    """Walkaway, a negotiation coach that lives in Discord."""
    take_any_signs()
    if context.invoked_subcommand is None:
        context.invoke(hosts.run)


for command in (
    hosts.run,
    learners.try_,
    learners.review,
    learners.quiz,
    learners.progress,
    authors.check,
    authors.simulate,
    authors.new,
    authors.preview,
    authors.schema,
    authors.import_,
    authors.read,
    hosts.backup,
    hosts.restore,
    hosts.doctor,
):
    main.add_command(command)


if __name__ == "__main__":
    main()
