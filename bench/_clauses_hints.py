"""Wordings that a model of single words and pairs cannot see: they become features of its own."""

from __future__ import annotations

HINTS = (
    # arbitration: the sentence that binds, and where it is held
    r"\b(?:resolv|settl|determin|submit|subject|decid|refer)\w*.{0,140}\barbitrat",
    r"\barbitrat\w+.{0,100}\b(?:held|take place|conducted|occur|location|county|city|seat|venue)",
    r"\bagree\w*.{0,80}\barbitrat",
    r"\bbinding (?:individual )?arbitrat",
    # changes
    r"\b(?:modif|chang|amend|revis|updat|alter)\w*.{0,60}\b(?:terms|agreement|polic|conditions)",
    r"\b(?:terms|agreement|policy|policies)\b.{0,60}\b(?:may|can) be (?:modif|chang|amend|revis)",
    r"\bcontinu\w+.{0,30}\b(?:use|access).{0,120}\b(?:chang|modif|revis|amend|updat|accept)",
    r"\b(?:we|may|right to)\b.{0,60}\b(?:change|modify|discontinue|add|remove)\b.{0,60}"
    r"\b(?:services?|features?|prices?|fees)\b",
    r"\bwithout (?:prior )?notice|\bat any time|\bfrom time to time|\bsole discretion",
    # content taken down
    r"\b(?:right to|may|discretion)\b.{0,80}\b(?:remove|delete|refuse|reject|take down|screen|edit"
    r"|block|disable)\b.{0,60}\b(?:any |your |user )+(?:\w+ )?(?:content|posts?|materials?|subm)",
    # courts and law
    r"\b(?:exclusive|submit|consent).{0,60}\bjurisdiction",
    r"\bcourts? (?:of|located|in)\b.{0,60}\b(?:county|state|city|country|district)\b",
    r"\bgovern(?:ed|ing)\b.{0,60}\blaws? of|\blaws? of\b.{0,80}\b(?:govern|appl)"
    r"|\bconstrued in accordance",
    # liability
    r"\b(?:not|no|never)\b.{0,60}\b(?:liab|responsib)\w+",
    r"\b(?:exceed|limited to).{0,80}\b(?:amount|paid|greater)",
    r"\bas is\b|\bas available\b|\bown risk\b|\bdisclaim|\bwarrant",
    r"\b(?:indirect|incidental|consequential|punitive)\b",
    r"\bharmless\b|\brelease\b",
    # ending the contract
    r"\b(?:we|right to|may|reserve)\b.{0,80}\b(?:terminate|suspend|discontinue|cancel|close|disable"
    r"|deactivate|restrict)\b.{0,80}\b(?:account|service|access|agreement|use|licen[cs]e|terms)\b",
    r"\bfor any reason|\bno reason|\bimmediately\b",
    # agreed by use
    r"\bby (?:using|accessing|visiting|clicking|continuing|registering|creating|downloading"
    r"|installing|signing|browsing)\b.{0,120}\b(?:agree|accept|bound|consent|acknowledg)",
    r"\b(?:use|access) of (?:the|our|this|any)\b.{0,80}"
    r"\b(?:constitut|signif|mean|indicat|acknowledg|agree)",
    r"\bif you (?:do not|don't) agree\b",
)
