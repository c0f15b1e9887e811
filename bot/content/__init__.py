"""The knowledge folder: YAML files in, checked values out, and every problem with its file, line and field."""
