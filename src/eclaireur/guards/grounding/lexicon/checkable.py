"""Words that state something a reader can check: what is counted, measured, priced or named.

Written by hand, from the narrow to the exclusion of the broad: `trottinette`, not `transport`,
which a summary may well say of its source. One of these that the dataset does not support is a claim wherever
it stands; any other word is one only where nothing around it is supported either.
"""

from functools import cache

from eclaireur.guards.grounding.reading import key
from eclaireur.text.words import words

_CHECKABLE = """
santé eau école scolaire logement habitant transport sécurité énergie énergétique climatique
climat agricole sonore vidéo taux frais immobilier électoral association industrie commercial
hospitalier forestier artistique piscicole météo entretien captage pompage réparation recharge
enfance mobilité sport dommage kilométrage muret terril digue notation gare éclairage poumon
bureau bâti paroissial registre nuisance enregistrement masse liquide associatif versement
argile galerie chaude torrentiel mental écrit fabrication floraison véhicule travail réservation
trajet vente commerce canton intercommunalité oral blanc nul plaquette
éducatif culturel industrie obligataire retard salariale napoléonien séjour halage distributeur
espèce nuit circuit notation avis débordement propriétaire redressé
vacant vacante inoccupé préfectoral
canalisation gazoduc oléoduc pipeline berge estampe gravure phosphate homard langoustine crevette
posidonie sanctuaire thermique acoustique hygrométrie isolation amiante radioactivité radiation
antiquité fouille vestige bétail nidification hivernage chiroptère papillon batracien loutre castor
funiculaire téléphérique navette hippodrome casino discothèque laverie coiffeur garagiste
bibliobus ludothèque orchestre chorale cirque bowling skatepark jeux aire-de-jeux
funéraire crématorium pacs adoption pension héritage testament litige contentieux plainte
congé absentéisme télétravail licenciement démission grève syndicat
facturation remboursement ristourne acompte caution prêt crédit 
pollué humide inondé privatif payant gratuit locataire copropriété bailleur
squat mendicité prostitution toxicomanie suicide harcèlement racisme discrimination
émeute perquisition détention évasion incarcération récidive
chauffagiste plombier électricien maçon couvreur architecte notaire avocat huissier comptable
journaliste écrivain peintre sculpteur musicien comédien danseur sportive athlète arbitre
champion médaille record tournoi championnat coupe
vaisselle mobilier jouet vêtement chaussure bijou cosmétique parfum meuble électroménager
ordinateur imprimante serveur téléviseur smartphone tablette robot
logiciel algorithme cyberattaque 
fusée satellite planète étoile astronomie éclipse
caravane remorque tracteur moissonneuse
douche vestiaire toilette cuisine dortoir balcon ascenseur
escalier toiture façade fenêtre isolation radiateur chaudière
allaitement grossesse accouchement contraception avortement 
lunettes prothèse fauteuil béquille
diesel superéthanol kérosène adblue
rocade échangeur péage gué
affluence remplissage cadence 
élève étudiant enseignant cadastre cadastral entreprise mouvement bactériologique durée sinistré
sinistre délai déplacement remplissage
tarif prix coût montant recette dépense revenu salaire rémunération loyer taxe impôt redevance
amende facture bénéfice dette emprunt épargne crédit subvention dotation indemnité cotisation
abonnement abonné billet honoraires budget fiscalité fiscal âge sexe nationalité diplôme
profession métier salarié fonctionnaire ouvrier chômeur chômage demandeur intérimaire apprenti
lycéen collégien écolier enseignant enfant bébé adolescent senior femme fille garçon ménage
couple célibataire veuf mariage divorce naissance décès mortalité fécondité natalité migration
immigré réfugié touriste visiteur voyageur passager client conducteur piéton cycliste
automobiliste agriculteur éleveur pêcheur chasseur commerçant artisan bénévole pompier policier
gendarme médecin infirmier dentiste pharmacien patient malade handicapé électeur votant candidat
élu maire conseiller député sénateur ministre président abstention procuration pétition sondage
syndical patronal fréquentation affluence audience effectif population vitesse débit durée
longueur largeur altitude pente superficie volume tonnage température pluviométrie humidité
ensoleillement pression salinité consommation puissance rendement trafic téléphone courriel
photographie réclamation satisfaction inondation crue submersion incendie feu avalanche séisme
sismique volcan volcanique tempête cyclone sécheresse canicule érosion glissement effondrement
affaissement éboulement radon tsunami orage grêle neige gel verglas brouillard foudre tornade
houle marée minier industriel nucléaire chimique radiologique radioactif explosion pollution
amiante plomb pesticide nitrate ozone azote carbone méthane soufre benzène ammoniac pollen
mercure dioxine bactérie virus épidémie grippe covid vaccination vaccin cancer diabète obésité
tabac alcool drogue médicament hospitalisation urgence maternité psychiatrie psychiatrique
dentaire chirurgie ophtalmologie pharmacie vétérinaire lynx loup ours renard sanglier chevreuil
cerf chamois rongeur rat chat chien cheval équidé bovin vache ovin mouton brebis caprin chèvre
porc porcin volaille poule canard lapin abeille ruche papillon libellule coléoptère moustique
frelon insecte araignée amphibien grenouille reptile serpent tortue poisson saumon truite
anguille requin dauphin baleine phoque mammifère oiseau rapace vautour aigle goéland cigogne
mollusque crustacé huître moule palourde coquillage crabe corail algue macroalgue plancton
phytoplancton champignon lichen fougère orchidée arbre haie chêne hêtre sapin pin peuplier
olivier châtaignier arbuste forêt prairie lande tourbière mare étang zostère herbier blé maïs
orge colza tournesol betterave pomme vigne viticole vin raisin légume céréale fromage fromagerie
lait laitier viande bœuf miel pain boulangerie boucherie biologique bio aliment denrée repas
cantine nourriture boisson bière semence engrais irrigation pâturage verger maraîchage
horticulture sylviculture pêche aquaculture chasse abattoir foot football rugby tennis basket
handball volley natation athlétisme cyclisme ski judo escrime gymnastique danse équitation golf
voile aviron boxe randonnée escalade pétanque sportif olympique marathon gymnase piscine
patinoire théâtre cinéma film concert festival exposition peinture sculpture roman disque
télévision télévisé radio presse journal magazine podcast musée bibliothèque médiathèque château
église cathédrale chapelle cimetière abbaye archéologie archéologique statue fontaine voiture
automobile camion moto scooter trottinette vélo bicyclette autobus bus autocar tramway métro
ferroviaire ferré fret aérien aéroport avion vol hélicoptère drone bateau navire ferry portuaire
maritime fluvial navigation péniche canal écluse tunnel viaduc autoroute autoroutier route
carrefour giratoire trottoir piste signalisation horodateur stationnement parking garage
autopartage covoiturage taxi péage radar accident collision piétonnier cyclable routier
électrique électricité gaz pétrole diesel essence carburant hydrogène éthanol hydrocarbure fioul
charbon biomasse biogaz méthanisation éolien solaire photovoltaïque hydroélectrique hydraulique
géothermie chauffage climatisation lampadaire barrage turbine batterie assainissement épuration
égout collecteur potable forage puits nappe souterrain côtier littoral plage océan fleuve rivière
ruisseau lac glacier montagne falaise dune île cavité carrière mine maternelle primaire
élémentaire collège lycée université campus crèche garderie périscolaire hôpital clinique ehpad
caserne commissariat gendarmerie prison tribunal mairie hôtel camping gîte auberge restaurant
café magasin boutique supermarché usine entrepôt ferme appartement immeuble résidence foyer
bidonville hlm parcelle square toilettes défibrillateur poubelle conteneur déchetterie déchèterie
compost ordure verre plastique papier carton textile métal ferraille recyclage incinération
antenne mobile fibre internet wifi satellite logiciel capteur caméra vidéosurveillance
télécommunication téléphonie crime délit cambriolage violence violation homicide agression
terrorisme contravention condamnation délinquance procès jugement brevet marque douane rural
urbain montagnard insulaire métropolitain ultramarin transfrontalier nocturne diurne hivernal
estival printanier automnal matinal vespéral lundi mardi mercredi jeudi vendredi samedi dimanche
vacances religieux académique artisanal bancaire boursier météorologique sismologique
présidentiel législatif cantonal sénatorial linguistique génétique hormonal cardiaque pulmonaire
respiratoire autisme allophone francophone anglophone fermeture grève panne  annulation
ponctualité accessibilité stagiaire professeur chercheur thèse doctorat doctorant licence master
bac baccalauréat concours bourse examen inscription redoublement allergène toxique explosif
inflammable combustible mécanique chauves
"""


@cache
def checkable() -> frozenset[str]:
    """The words that are claims by themselves, in the form they are compared by."""
    return frozenset(key(word) for word in words(_CHECKABLE))


@cache
def checkable_forms() -> frozenset[str]:
    """The same words as written here, for `durée` and `jugé` end alike and only one is a noun."""
    return frozenset(word.folded for word in words(_CHECKABLE))
