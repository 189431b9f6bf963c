"""France's regions and departments: codes, chief towns, and what their inhabitants are called.

Common knowledge, written by hand from the official geographic code in force since 2016.
"""

from dataclasses import dataclass
from functools import cache

from eclaireur.text.words import folded


@dataclass(frozen=True)
class Place:
    """A region, a department, a former region or the country."""

    name: str
    codes: tuple[str, ...] = ()
    town: str = ""
    region: str = ""
    """The region it lies in; empty for a region and for the country."""
    demonyms: tuple[str, ...] = ()
    """Stems that begin the adjectives drawn from its name."""


# Region; demonyms. Then its departments: code, name, chief town; demonyms.
_TABLE = """
Auvergne-Rhône-Alpes; auvergnat rhonalpin
01 Ain, Bourg-en-Bresse; aindinois
03 Allier, Moulins
07 Ardèche, Privas; ardechois
15 Cantal, Aurillac; cantalien
26 Drôme, Valence; dromois
38 Isère, Grenoble; iserois
42 Loire, Saint-Étienne; ligerien
43 Haute-Loire, Le Puy-en-Velay; altiligerien
63 Puy-de-Dôme, Clermont-Ferrand; puydomois
69 Rhône, Lyon; rhodanien lyonnais
73 Savoie, Chambéry; savoyard savoisien
74 Haute-Savoie, Annecy; haut-savoyard
Bourgogne-Franche-Comté; bourguignon franc-comtois comtois
21 Côte-d'Or, Dijon; cote-d-orien
25 Doubs, Besançon; doubien
39 Jura, Lons-le-Saunier; jurassien
58 Nièvre, Nevers; nivernais
70 Haute-Saône, Vesoul; haut-saonois
71 Saône-et-Loire, Mâcon
89 Yonne, Auxerre; icaunais
90 Territoire de Belfort, Belfort; terrifortain belfortain
Bretagne; breton
22 Côtes-d'Armor, Saint-Brieuc; costarmoricain
29 Finistère, Quimper; finisterien
35 Ille-et-Vilaine, Rennes; bretillien rennais
56 Morbihan, Vannes; morbihannais
Centre-Val de Loire
18 Cher, Bourges
28 Eure-et-Loir, Chartres; eurelien
36 Indre, Châteauroux; indrien
37 Indre-et-Loire, Tours; tourangeau
41 Loir-et-Cher, Blois
45 Loiret, Orléans; loiretain
Corse; corse
2A Corse-du-Sud, Ajaccio
2B Haute-Corse, Bastia
Grand Est
08 Ardennes, Charleville-Mézières; ardennais
10 Aube, Troyes; aubois
51 Marne, Châlons-en-Champagne; marnais
52 Haute-Marne, Chaumont; haut-marnais
54 Meurthe-et-Moselle, Nancy; meurthe-et-mosellan
55 Meuse, Bar-le-Duc; meusien
57 Moselle, Metz; mosellan
67 Bas-Rhin, Strasbourg; bas-rhinois
68 Haut-Rhin, Colmar; haut-rhinois
88 Vosges, Épinal; vosgien
Hauts-de-France
02 Aisne, Laon; axonais
59 Nord, Lille; nordiste
60 Oise, Beauvais; oisien
62 Pas-de-Calais, Arras; pas-de-calaisien
80 Somme, Amiens; samarien
Île-de-France; francilien
75 Paris, Paris; parisien
77 Seine-et-Marne, Melun; seine-et-marnais
78 Yvelines, Versailles; yvelinois
91 Essonne, Évry-Courcouronnes; essonnien
92 Hauts-de-Seine, Nanterre; alto-sequanais
93 Seine-Saint-Denis, Bobigny; sequano-dionysien
94 Val-de-Marne, Créteil; val-de-marnais
95 Val-d'Oise, Cergy; val-d-oisien
Normandie; normand
14 Calvados, Caen; calvadosien
27 Eure, Évreux; eurois
50 Manche, Saint-Lô; manchois
61 Orne, Alençon; ornais
76 Seine-Maritime, Rouen; seinomarin
Nouvelle-Aquitaine; neo-aquitain aquitain
16 Charente, Angoulême; charentais
17 Charente-Maritime, La Rochelle; charentais-maritime
19 Corrèze, Tulle; correzien
23 Creuse, Guéret; creusois
24 Dordogne, Périgueux; perigourdin
33 Gironde, Bordeaux; girondin
40 Landes, Mont-de-Marsan; landais
47 Lot-et-Garonne, Agen; lot-et-garonnais
64 Pyrénées-Atlantiques, Pau
79 Deux-Sèvres, Niort; deux-sevrien
86 Vienne, Poitiers; viennois
87 Haute-Vienne, Limoges; haut-viennois
Occitanie; occitan
09 Ariège, Foix; ariegeois
11 Aude, Carcassonne; audois
12 Aveyron, Rodez; aveyronnais
30 Gard, Nîmes; gardois
31 Haute-Garonne, Toulouse; haut-garonnais toulousain
32 Gers, Auch; gersois
34 Hérault, Montpellier; heraultais
46 Lot, Cahors; lotois
48 Lozère, Mende; lozerien
65 Hautes-Pyrénées, Tarbes; haut-pyreneen
66 Pyrénées-Orientales, Perpignan
81 Tarn, Albi; tarnais
82 Tarn-et-Garonne, Montauban; tarn-et-garonnais
Pays de la Loire; ligerien
44 Loire-Atlantique, Nantes; nantais
49 Maine-et-Loire, Angers; angevin
53 Mayenne, Laval; mayennais
72 Sarthe, Le Mans; sarthois
85 Vendée, La Roche-sur-Yon; vendeen
Provence-Alpes-Côte d'Azur; provencal
04 Alpes-de-Haute-Provence, Digne-les-Bains; bas-alpin
05 Hautes-Alpes, Gap; haut-alpin
06 Alpes-Maritimes, Nice; maralpin azureen
13 Bouches-du-Rhône, Marseille; bucco-rhodanien
83 Var, Toulon; varois
84 Vaucluse, Avignon; vauclusien
Guadeloupe; guadeloupeen
971 Guadeloupe, Basse-Terre
Martinique; martiniquais
972 Martinique, Fort-de-France
Guyane; guyanais
973 Guyane, Cayenne
La Réunion; reunionnais
974 La Réunion, Saint-Denis
Mayotte; mahorais
976 Mayotte, Mamoudzou
"""
_FORMER_REGIONS = """
Alsace Aquitaine Auvergne Basse-Normandie Bourgogne Centre Champagne-Ardenne Franche-Comté
Haute-Normandie Languedoc-Roussillon Limousin Lorraine Midi-Pyrénées Nord-Pas-de-Calais Picardie
Poitou-Charentes Rhône-Alpes
"""
# Adjectives drawn from the name of a town, a range, a sea or a continent, where the name alone
# would not give them away; masculine, singular.
_ADJECTIVES = """
Agde agathois; Aix-en-Provence aixois; Albi albigeois; Amiens amienois; Angers angevin
Annecy annecien; Antibes antibois; Argenteuil argenteuillais; Arles arlesien; Arras arrageois
Auxerre auxerrois; Avignon avignonnais; Bastia bastiais; Bayonne bayonnais; Beauvais beauvaisien
Besançon bisontin; Béziers biterrois; Biarritz biarrot; Blois blesois; Bordeaux bordelais
Boulogne boulonnais; Bourges berruyer; Brest brestois; Brive briviste; Caen caennais
Calais calaisien; Cambrai cambresien; Cannes cannois; Carcassonne carcassonnais
Chalon chalonnais; Chambéry chamberien; Chartres chartrain; Cherbourg cherbourgeois
Cholet choletais; Clermont-Ferrand clermontois; Colmar colmarien; Compiègne compiegnois
Dieppe dieppois; Dijon dijonnais; Douai douaisien; Dunkerque dunkerquois; Épinal spinalien
Évreux ebroicien; Gap gapencais; Grenoble grenoblois; Havre havrais; Laval lavallois
Lens lensois; Lille lillois; Limoges limougeaud; Lorient lorientais; Lyon lyonnais
Mâcon maconnais; Mans manceau; Marseille marseillais; Metz messin; Montauban montalbanais
Montbéliard montbeliardais; Montpellier montpellierain; Montreuil montreuillois
Mulhouse mulhousien; Nancy nanceien; Nantes nantais; Narbonne narbonnais; Nevers nivernais
Nice nicois; Nîmes nimois; Niort niortais; Orléans orleanais; Pau palois
Périgueux perigourdin; Perpignan perpignanais; Poitiers poitevin; Quimper quimperois
Reims remois; Rennes rennais; Rochelle rochelais; Roubaix roubaisien; Rouen rouennais
Saint-Brieuc briochin; Saint-Denis dionysien; Saint-Étienne stephanois; Saint-Malo malouin
Saint-Nazaire nazairien; Sète setois; Strasbourg strasbourgeois; Tarbes tarbais
Toulon toulonnais; Toulouse toulousain; Tours tourangeau; Tourcoing tourquennois; Troyes troyen
Valence valentinois; Valenciennes valenciennois; Vannes vannetais; Versailles versaillais
Vesoul vesulien; Alpes alpin; Pyrénées pyreneen; Méditerranée mediterraneen; Antilles antillais
Amérique americain; Afrique africain; Asie asiatique; Océanie oceanien
Allemagne allemand; Angleterre anglais; Belgique belge; Chine chinois; Espagne espagnol
Italie italien; Japon japonais; Luxembourg luxembourgeois; Portugal portugais; Suisse suisse
Polynésie polynesien; Calédonie caledonien
"""
FRANCE = Place("France", demonyms=("francais", "metropol", "national", "hexagon"))
_SYNONYMS = {"paca": "provence alpes cote d azur", "reunion": "la reunion"}


@cache
def gazetteer() -> dict[tuple[str, ...], tuple[Place, ...]]:
    """The places by the folded words of their name; some names are of two, like Guyane."""
    places = [FRANCE, *(Place(name) for name in _FORMER_REGIONS.split())]
    region = ""
    for line in _TABLE.split("\n")[1:-1]:
        name, _, demonyms = line.partition("; ")
        if name[0].isdigit():
            code, _, rest = name.partition(" ")
            department, _, town = rest.partition(", ")
            places.append(Place(department, (code,), town, region, tuple(demonyms.split())))
        else:
            region = name
            places.append(Place(name, demonyms=tuple(demonyms.split())))
    by_name: dict[tuple[str, ...], tuple[Place, ...]] = {}
    for place in places:
        words = name_words(place.name)
        by_name[words] = (*by_name.get(words, ()), place)
    for other, name in _SYNONYMS.items():
        by_name[(other,)] = by_name[tuple(name.split())]
    return by_name


def name_words(name: str) -> tuple[str, ...]:
    """The folded words of a name, hyphens and apostrophes aside."""
    return tuple(folded(name).replace("-", " ").replace("'", " ").split())


@cache
def adjectives() -> dict[str, str]:
    """The folded name that each adjective of place is drawn from."""
    pairs = (each.rsplit(" ", 1) for line in _ADJECTIVES.split("\n") for each in line.split("; "))
    return {pair[1]: folded(pair[0]) for pair in pairs if len(pair) == 2}


@cache
def within(region: str) -> tuple[Place, ...]:
    """The departments of a region."""
    return tuple(
        place for places in gazetteer().values() for place in places if place.region == region
    )
