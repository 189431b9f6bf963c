"""A catalogue that is small enough to be imported each time."""

TREES = "arbres"

RECORDS = [
    {
        "id": TREES,
        "title": "Arbres de la commune",
        "description": "Le fichier recense les arbres plantés par la commune le long des rues et "
        "dans les parcs. Chaque ligne décrit un arbre : son espèce, sa hauteur et l’année de sa "
        "plantation. Les positions ont été relevées sur le terrain.",
        "tags": ["arbre", "commune"],
    },
    {"id": "bancs", "title": "Bancs publics", "description": "Liste des bancs."},
    {"id": "a/b c?d#é", "title": "Divers", "organization": "Ville de Valmoncel"},
]
