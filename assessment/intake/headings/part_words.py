"""Words by which a column says that it splits counts into parts of one whole, which add up."""

import re

from assessment.definitions.spelling import plain

# Where, when, with what and to whom things happened; and who in the force deals with them.
PARTS = re.compile(
    r"\b(?:premises|locations?|venues?|sites?|settings?|streets?|roads?|postcodes?|hotspots?"
    r"|neighbourhoods?|localit(?:y|ies)|sectors?|clusters?|parish(?:es)?|towns?|villages?|estates?"
    r"|regions?|divisions?|lpas?|bcus?|boroughs?|count(?:y|ies)|stations?|depots?|zones?|teams?|shifts?"
    r"|sex|genders?|ages?|age ?bands?|ethnicit(?:y|ies)|nationality|disability|relationships?"
    r"|weapons?|methods?|mo|vehicles?|items?|propert(?:y|ies)|drugs?|motives?|motivation|dwellings?"
    r"|referral sources?|source of referral|referred by|referrers?|agenc(?:y|ies)|services?"
    r"|days?|weekdays?|hours?|time of day|day of week|weekend|channel|how reported|attended)\b"
)


def is_part_name(heading: str) -> bool:
    """Tell whether a heading says that its column splits counts into parts: "Premises"."""
    return bool(PARTS.search(plain(heading)))
