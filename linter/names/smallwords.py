"""Articles, prepositions and the like, which translation puts between the words of a name."""

from __future__ import annotations

SMALL_WORDS = {
    "de": "bei mit nach aus an als der die das den dem des ein eine und von vom zu zum zur für im in am auf",
    "fr": "avec par sa son ses qui que ne pas se comme le la les l' l’ un une et de du des d' d’ à au aux pour en dans sur",
    "it": "con si che non come ai agli nel nella sul sulla il lo la i gli le l' l’ un una e di del dello della dei degli delle dell' dell’ d' a al alla per in su da dal dalla",
    "es": "con por se que no como el la los las un una y de del a al para en sobre",
    "pt": "com por pelo pela se que não como o a os as um uma e de do da dos das em no na nos nas ao à para por sobre",
    "nl": "met bij aan als om dat de het een en van voor in op te der den",
    "pl": "i z w na o do dla od po przy przez jako", "ru": "с со по к от об за как и в на о для из", "cs": "a z v na o pro od po při se ze ve jako",
    "sv": "om som till från med och av i på för en ett det den de", "tr": "ve bir", "ko": "의 그", "ja": "の ザ い な", "zh": "的 之",
}  # fmt: skip
