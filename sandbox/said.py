"""What the ready-made voice notes say, for a page that shows it in place of sound."""

SAID = {
    "voice-heating": {"zh": "暖气两天没热了", "en": "no heating for two days"},
    "voice-lamp": {"zh": "楼道灯黑着呢", "en": "the stairs are dark"},
    "voice-stairs": {"zh": "二楼扶手松了", "en": "the handrail is loose"},
}
"""By the asset's name; the words of each as {"zh", "en"}."""
