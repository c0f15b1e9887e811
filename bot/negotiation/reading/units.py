"""Words beside a number which show that it does not count money: a time, a size, a year, a model, how many."""

from __future__ import annotations

from bot.negotiation.reading.wordsets import words

UNITS_AFTER = words(
    # distance, size, weight, speed
    "mile miles mi km kms kilometers kilometres inch inches wide deep tall thick diameter ft foot feet cm mm "
    "meter meters metre metres sq sqft square yard yards lb lbs kg kgs ounces oz gallon gallons gallon mpg mph hp "
    "cc watt watts volts amps acre acres "
    # time
    "second seconds min mins minute minutes hour hours hr hrs day days week weeks wk month months mo yr yrs year "
    "years am pm oclock weekend weekends times nights "
    # how many of what
    "bedroom bedrooms bed beds br bd bath baths bathroom bathrooms room rooms story stories floor floors unit units "
    "owner owners people persons person kids children cats dogs pets guys friends buyers sellers offers "
    "chairs chair tables table pieces piece pcs items item phones bikes bike tickets drawers shelves doors door "
    "seats seat seater speed speeds gears wheels wheeler tires keys copies boxes sets pairs pair bags legs cylinder "
    "cylinders songs books lamps windows stops blocks block steps flights parking spots spot cars car scratches "
    "dings dents problems issues questions photos pictures things reasons options left stars spaces "
    # memory and the like
    "gb tb mb gig gigs ghz mhz mp megapixels x"
)
"""A bare number before one of these counts it. "a month", "for the table" are other words and do not matter."""

DISTANCES = words("mile miles mi km kms kilometers kilometres original on people sq square copies")
"""What is counted in "64k"; before anything else that is money: "64k and the car", "9k cash"."""

NAMES_BEFORE = words(
    "iphone ipad ipod galaxy samsung pixel xbox playstation ps windows model series size unit apartment apt number "
    "route highway hwy version mark type chapter channel room gate floor suite exit gen generation class mazda "
    "bmw audi mercedes benz toyota honda ford lexus nissan page step grade zone macbook note year years since "
    "weighs weigh weighing aged age zip code phone cell ext serial vin sn plus"
)
"""A number after one of these is part of a name: "iPhone 6", "size 10", "since 2015"."""

MONTHS = words(
    "january february march april may june july august september october november december jan feb mar apr jun jul "
    "aug sept sep oct nov dec"
)

CLOCK_BEFORE = words("at by around after before until till from about")
"""Before a small bare number these may name an hour, where the message is about meeting."""

MEETING_WORDS = words(
    "pick come meet pickup over there today tomorrow tonight morning afternoon evening noon monday tuesday wednesday "
    "thursday friday saturday sunday time oclock here available stop swing drop deliver"
)
