"""Words that state nothing checkable: how French portals present a dataset, whatever it holds.

Written by hand: verbs and participles of presentation, metadata, degree, time and place in
general, roles. What can be measured, counted or priced is left out on purpose.
"""

from functools import cache

from eclaireur.guards.grounding.reading import key
from eclaireur.text.words import words

_GENERIC = """
abord abords abouti absence absolu abstrait accéder accès accessible accessoire accompagne
accompagnement accompli accomplie accord accru accrue accueilli accueillir acquis acquise
acronyme acteur actif action activité actualisation actualise actuel actuelle actuellement
actuelles actuels adaptation adapté additionnel adjacent adjoint administratif administration
administre admis admise adopte adresse affecte afférent affiche afin agglomération agrandi
agrandie agrégation aide ainsi ajout alentours allant alternative ambition améliorer ampleur
analyse analytique ancien ancienne anciennement anciennes anciens année annexe annuaire antérieur
anticipe aperçu apparaît appariement appartient apparu appelé appellation applicable application
applique apporter appris apprise approbation approximatif appui aspect assistance associe associé
assurer atteindre atteint atteinte attendu attention attribue attribut attribution aussi auteur
autorisation autorité autre avancée avancement avec avenir averti avoir axe ayant bas base battu
bénéficiaire besoin bilan bord borne brut brute brutes bruts but cadrage cadre calcul
calendrier caractère caractérise caractéristique caractéristiques carte cartographie cas
catalogue catégorie cause centaine central chacun champ changement chapitre chaque charge cherche
choisi choix chronique chronologie cible ciblés circonscrit circonstance clair classe classé
classement code coefficient cohérence cohérent collaboration collecte collection collectivité
combinaison commentaire commis comparable comparaison compare comparer compatible compilation
complément complémentaire complet complété complétion complétude comporte comporter compose
composer composition comprenant comprend comprendre compris comprise comprises comptabilise
comptant compte compter comptes concept conception concerne concerné concernés conclu conclue
concourt concret conçu conçue condition conduit configuration confondu conforme conformément
conformité connaissance connaître connu connue connues connus conquis conquise considérable
considère consigne consolidation constate constitue constitué construire construit consultable
consultation consulter contenant contenir contenu contenus contexte contient contigu continu
continuité contour contractuel contraint contrainte contredit contribuer contrôle conventionnel
convenu conversion converti coordonnées correction correspondance correspondant correspondre
couche courant courante courantes cours court couvert couverts couverture couvre couvrir critère
critique croise croisement cumule cœur data dataset date début décide décision décisionnel
déclaratif déclarés déclinaison découle découpage découpe découvert découverte découvrir décrire
décrit décrite décrits décrivant décrivent dédié déduit déduite défait défendu défini définie
définies définis définitif définition définitive délimitation délimite demande démarche démarches
demeure dénombre dénomination dénué dépassement dépend déploiement dépose dépôt dépourvu dérivé
dernier dernière dernièrement dernières derniers dès descriptif description désignation désigne
désormais desservi
dessine destinataire destination destiné détail détaillé détails détenteur détenu détermine
détient détruit détruite devenu devenue différent différentes différents diffusion dimension
direct directe direction directive disparu disponible disponibles dispose distance distinct
distinguant distingue dit dite dites dits divers divise document documentation documente doit
domaine donne donnée données dont dossier double doublon dresse dû dynamique écart échange
échantillon échantillonnage échéance échelle échelon éditeur édition effectue effectué effet
efficace égal égard élaboration élargi élargie élément émane émis émise emplacement emploie
emprise encore endroit enfoui engagement englobe enrichi enrichie enrichissement enrichit
ensemble ensembles ensuite entendu entier entité entraînant entre entrée entrepris entrer entrevu
énumère environ environs envoi équilibre équipe équivalence équivalent équivaut erreur essentiel
estimatif estimation estime établi établie établies établis établissant établissement étant étape
état étendu être étroit étude étudier évaluation évalue éventuel éventuels éviter évolution exact
exactitude exception exceptionnel exclusion exemple exercice exigence existant existante
existantes existants existe existence expérimental explicatif explique exploitable exploitant
exploitation explore export extension extérieur externe extraction extrait extraits faciliter
façon facteur factuel facultatif faible fait faite faites faits famille faveur favoriser
fiabilité fiable fiche fichier fichiers fidèle figurant figure fil filtrage filtre fin final
finalité finesse fini finie fixe fois fonction fonctionnel fond font format forme fort fourni
fournie fournies fournir fournis fournisseur fournit fraction français française fréquence fruit
fût futur future futures futurs gamme garanti garantir garni général générale généraux génère
géographique géographiques géolocalisation géolocalise gère gestion gestionnaire global globale
grand grande grandes grandeur grands granularité graphique grossier groupe guide guise habituel
harmonisation haut hauteur hétérogène heure hiérarchise historique homogène horizon hors
identifiant identification identifier identifiés identique identité illustratif illustre immédiat
impact implantation impliqué importance important incluant inclus inclusion inclut incomplet
index indicateur indicatif indique indispensable individuel inférieur info informatif information
informations informe infos inhérent initial initiale initiative inscrit inscrite inscrits
instance instant instar institution instruit intégral intégrale interactif interdit intéresse
intérêt intérieur intermédiaire interne interprétation interrompu intervenant intervention
intervenu intitulé introduit inventaire inventorie investi issu issue issues issus jalon jeu jeux
joint jointure jour juridique jusque label lacune lance laquelle large légal lequel lesquels
libellé libre librement lié liée liées lien liés lieu ligne limite limitrophe lisible liste
lister livraison local locale localisation localise localiser locaux loin long lu maintenu majeur
majorité manière manque maximal maximale maximum méconnu médiane meilleur mêle membre même mener
mention mentionne mesure méthode métrique mettre milieu millier mineur minimal minimale minimum
minorité mis mise mission modalité mode modèle modélise modification mois moitié moment montre
mot motif moyen moyenne multiple muni munie mutuel national nationale nationaux nature nécessaire
niveau nom nombre nombreux nomenclature nomme normalisation norme notable notamment note notés
notion nouveau nouveaux nouvelle nouvelles numérique numériques numéro objectif objet obligatoire
observation obtenir obtenu obtenue obtenus occasionnel offert offerte officiel officielle offre
omis open opérateur opérationnel opposable optionnel ordonne ordre organisation organisationnel
organise organisme orientation origine oubli outil outre ouvert ouverte ouvertes ouverts
ouverture page palmarès panorama paraît paramètre parcouru parcourue parmi part partage
partenaire participant participe particulier particulière partie partiel partiellement partir
paru parvenu passage passé perçu perdu perdue périmètre période périodique périphérique permanent
permet permettant permettre permis personne pertinence pertinent petit petite petites petits peut
pilotage pilote place plan planification planifie plateforme plupart plusieurs point polygone
ponctuel ponctuelle portail portant porte portée porteur portion position positionne
positionnement possède possibilité possible possibles postal postale postérieur potentiel
poursuivi pourtour pourvu pouvoir pratique préalable précédent précis précise précision
préconisation prédit premier prendre près prescription prescrit prescrite présence présent
présentation présente présentent présenter préserver prestataire prétendu prévenu prévisionnel
prévoit prévu prévue prévues prévus principal principale principales principaux principe
prioritaire priorité pris prise probable procède procédure processus prochain proche producteur
produit produite produites profond profondeur progression projet projette promis proportion
propose proposition propre propres provenance provient provisoire proximité public publication
publics publie publier publique publiques qualifie qualitatif qualité quantifie quantitatif quart
quelque question raison rang rappel rapport rapprochement rapprocher rare rassemble rassembler
rattachement réalise réaliser recense recensement recenser récent réciproque recommandation
reconnu reconstruit recoupement recouvert recouvre rectification reçu recueil recueille recueilli
recul récurrent reçus redit réduction réduire réduit réduite réel refait référence référencement
référentiel reflète refonte registre règle réglementaire regroupe regroupement regrouper régulier
régulière régulièrement rejoint rejointe relate relatif relatifs relation relative relatives
relevant relevé relie relu remarquable remis remise remontée remplace rempli rendre rendu rendue
rendus renforcer renseigne renseignement répandu réparti répartie réparties répartis répartition
repère répertoire répertorie répond répondre répondu repose reprend représentant représentation
représente représenter repris reprise reproduit requis requise réserve résolu résolue respectif
responsabilité responsable ressenti ressort ressource restant reste restreint restreinte
résultant résultat résulte résume rétabli retenu retenus retrace retrait retraitement retrouve
retrouver réuni réunis réutilisable réutilisation révèle revu revue riche rôle rompu rompue
rubrique saisi saisie saisies saisis sans satisfait sauf savoir score séance secouru secteur
section sein sélection selon semblable sens sensible senti sépare série sert servant service
servir seuil seul sigle signale signalés significatif signifie similaire simple simplifié simule
simultané site situation situe soit solution sorte sorti sortie souhaite souligne soumis soumise
soumises sous souscrit soustrait soutenir soutenu soutien souvent spatial spatiale spécifique
stade standard standardisation statistique statut strate stratégie stratégique structuration
structure structuré subi successif suit suite suivi suivie suivies suivis suivre sujet supérieur
supplémentaire support suppression sur surpris survenu survenus susceptible suspendu synthèse
synthétique synthétise système table tableau technique techniques tel téléchargeable
téléchargement temporaire temporel tenant tend tendance tendu tenu tenue tenues tenus terme
territoire territorial texte thématique thème tient tiers tiré tirés titre titulaire total totale
totalise totalité touche trace tracé traduit traitement trajectoire transcrit transcrite
transformation transmis transmise transmises transmission transparence travers trie triple
trouver type typologie ultérieur ultérieure uni unique unité usage usuel utile utiles utilisateur
utilisation utilisé valable valant valeur valide validité valorisation variable variante
variation varié vaste vaut vécu veille vendu vendus ventilation venu venue vérification vers
version vertu vigueur vis visant vise visée viser visés visible vision visualisation visualiser
vocation voie voisin voisinage volet volontaire vue zonage zone
chiffre chiffres rayon tranche regard essai surtout plutôt presque ailleurs sinon ici là guère
tantôt défaut régit régi espace milieu printemps
nord sud ouest nord-est sud-ouest côté arc cadre confondus seuls pièce palier
mètre centimètre millimètre kilomètre hectare carré cube tonne kilogramme gramme microgramme litre
décibel degré euro centime minute seconde pixel octet kilowatt mégawatt mégawattheure watt volt
"""

_CARRIERS = """
aide analyse base bases croisement différentes différents divers diverses document documents
cadre donnée données enquête ensemble étude études extrait fichier fichiers information informations
jeu liste moyen ouverte ouvertes partir publics publiques référentiel service services site
source sources suivi surtout titre traitement travail travaux
"""


@cache
def generic() -> frozenset[str]:
    """The words that state nothing by themselves, in the form they are compared by."""
    return frozenset(key(word) for word in words(_GENERIC))


@cache
def generic_forms() -> frozenset[str]:
    """The same words as written here."""
    return frozenset(word.folded for word in words(_GENERIC))


@cache
def carriers() -> frozenset[str]:
    """What any source may be called, in the form words are compared by."""
    return frozenset(key(word) for word in words(_CARRIERS))
