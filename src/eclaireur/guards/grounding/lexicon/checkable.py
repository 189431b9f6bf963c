"""Words that state something a reader can check: what is counted, measured, priced or named.

Written by hand: people, money, measures, hazards, beasts, plants, sports, vehicles, buildings,
energies, pollutants, acts. One of these that the dataset does not support is a claim in any text,
while a word of which nothing is known is one only in a text that keeps to its source.
"""

from functools import cache

from eclaireur.guards.grounding.reading import key
from eclaireur.text.words import words

_CHECKABLE = """
abattoir abbaye abeille abonné abonnement absentéisme abstention académique accessibilité accident
accouchement acompte acoustique adblue adolescent adoption aérien aéroport affaissement affluence
âge agression agricole agriculteur aigle alcool algorithme algue aliment allaitement allergène
allophone altitude amende amiante ammoniac amphibien anglophone anguille annulation antenne
antiquité appartement apprenti aquaculture araignée arbitre arbre arbuste archéologie
archéologique architecte argile artisan artisanal artistique ascenseur assainissement associatif
association astronomie athlète athlétisme auberge audience autisme autobus autocar automnal
automobile automobiliste autopartage autoroute autoroutier avalanche avion aviron avis avocat
avortement azote bac baccalauréat bactérie bactériologique bailleur balcon baleine bancaire
barrage basket bateau bâti batracien batterie bébé bénéfice bénévole benzène béquille berge bétail
betterave bibliobus bibliothèque bicyclette bidonville bière bijou billet bio biogaz biologique
biomasse blanc blé bœuf boisson boucherie boulangerie bourse boursier boutique bovin bowling boxe
brebis brevet brouillard budget bureau bus cadastral cadastre cadence café cambriolage caméra
camion camping campus canal canalisation canard cancer candidat canicule cantine canton cantonal
caprin captage capteur caravane carbone carburant cardiaque carrefour carrière carton caserne
casino castor cathédrale caution cavité célibataire céréale cerf chamois champignon champion
championnat chapelle charbon chasse chasseur chat châtaignier château chaude chaudière chauffage
chauffagiste chaussure chauves chêne chercheur cheval chèvre chevreuil chien chimique chiroptère
chirurgie chômage chômeur chorale cigogne cimetière cinéma circuit cirque client climat climatique
climatisation clinique coiffeur coléoptère collecteur collège collégien collision colza
combustible comédien commerçant commerce commercial commissariat compost comptable concert
concours condamnation conducteur congé conseiller consommation conteneur contentieux contraception
contravention copropriété coquillage corail cosmétique côtier cotisation coupe couple courriel
coût couvreur covid covoiturage crabe crèche crédit crématorium crevette crime crue crustacé
cuisine culturel cyberattaque cyclable cyclisme cycliste cyclone danse danseur dauphin débit
débordement décès déchèterie déchetterie défibrillateur délai délinquance délit demandeur
démission denrée dentaire dentiste dépense déplacement député détention dette diabète diesel digue
dimanche dioxine diplôme discothèque discrimination disque distributeur diurne divorce doctorant
doctorat dommage dortoir dotation douane douche drogue drone dune durée eau éboulement échangeur
éclairage éclipse écluse école écolier écrit écrivain éducatif effectif effondrement église égout
ehpad électeur électoral électricien électricité électrique électroménager élémentaire élève
éleveur élu émeute emprunt énergétique énergie enfance enfant engrais enregistrement enseignant
ensoleillement entrepôt entreprise entretien éolien épargne épidémie épuration équidé équitation
érosion escalade escalier escrime espèce essence estampe estival étang éthanol étoile étudiant
évasion examen explosif explosion exposition fabrication façade facturation facture falaise
fauteuil fécondité femme fenêtre ferme fermeture ferraille ferré ferroviaire ferry festival feu
fibre fille film fioul fiscal fiscalité fleuve floraison fluvial fonctionnaire fontaine foot
football forage forestier forêt foudre fougère fouille foyer frais francophone frelon
fréquentation fret fromage fromagerie funéraire funiculaire fusée galerie garage garagiste garçon
garderie gare gaz gazoduc gel gendarme gendarmerie génétique géothermie giratoire gîte glacier
glissement goéland golf gratuit gravure grêle grenouille grève grippe grossesse gué gymnase
gymnastique habitant haie halage handball handicapé harcèlement hélicoptère herbier héritage hêtre
hippodrome hivernage hivernal hlm homard homicide honoraires hôpital hormonal horodateur
horticulture hospitalier hospitalisation hôtel houle huissier huître humide humidité hydraulique
hydrocarbure hydroélectrique hydrogène hygrométrie île immeuble immigré immobilier impôt
imprimante incarcération incendie incinération indemnité industrie industriel infirmier
inflammable inoccupé inondation inondé inscription insecte insulaire intercommunalité intérimaire
internet irrigation isolation jeudi jouet journal journaliste judo jugement kérosène kilométrage
lac lait laitier lampadaire lande langoustine lapin largeur laverie législatif légume libellule
licence licenciement lichen linguistique liquide litige littoral locataire logement logiciel
longueur loup loutre loyer ludothèque lundi lunettes lycée lycéen lynx maçon macroalgue magasin
magazine maire mairie maïs malade mammifère maraîchage marathon mardi mare marée mariage maritime
marque masse master maternelle maternité matinal mécanique médaille médecin médiathèque médicament
ménage mendicité mental mercredi mercure métal météo météorologique méthane méthanisation métier
métro métropolitain meuble miel migration mine minier ministre mobile mobilier mobilité
moissonneuse mollusque montagnard montagne montant mortalité moto moule moustique mouton mouvement
muret musée musicien naissance napoléonien nappe natalité natation nationalité navette navigation
navire neige nidification nitrate nocturne notaire notation nourriture nucléaire nuisance nuit nul
obésité obligataire océan oiseau oléoduc olivier olympique ophtalmologie orage oral orchestre
orchidée ordinateur ordure orge ours ouvrier ovin ozone pacs pain palourde panne papier papillon
parcelle parfum parking paroissial passager patient patinoire patronal pâturage payant péage pêche
pêcheur peintre peinture péniche pension pente périscolaire perquisition pesticide pétanque
pétition pétrole peuplier pharmacie pharmacien phoque phosphate photographie photovoltaïque
phytoplancton piéton piétonnier pin pipeline piscicole piscine piste plage plainte plancton
planète plaquette plastique plomb plombier pluviométrie podcast poisson policier pollen pollué
pollution pomme pompage pompier ponctualité population porc porcin portuaire posidonie potable
poubelle poule poumon prairie préfectoral président présidentiel presse pression prêt primaire
printanier prison privatif prix procès procuration professeur profession propriétaire prostitution
prothèse psychiatrie psychiatrique puissance puits pulmonaire racisme radar radiateur radiation
radio radioactif radioactivité radiologique radon raisin randonnée rapace rat recette recharge
récidive réclamation record recyclage redevance redoublement redressé réfugié religieux
remboursement remorque remplissage rémunération renard rendement réparation repas reptile requin
réservation résidence respiratoire restaurant retard revenu ristourne rivière robot rocade roman
rongeur route routier ruche rugby ruisseau rural salaire salariale salarié salinité samedi
sanctuaire sanglier santé sapin satellite satisfaction saumon scolaire scooter sculpteur sculpture
sécheresse sécurité séisme séjour semence sénateur sénatorial senior serpent serveur sexe
signalisation sinistré sismique sismologique skatepark ski smartphone solaire sondage sonore
soufre souterrain sport sportif sportive square squat stagiaire stationnement statue submersion
subvention suicide superéthanol superficie supermarché sylviculture syndical syndicat tabac
tablette tarif taux taxe taxi télécommunication téléphérique téléphone téléphonie télétravail
télévisé téléviseur télévision température tempête tennis terril terrorisme testament textile
théâtre thermique thèse toilette toilettes toiture tonnage tornade torrentiel tortue tourbière
touriste tournesol tournoi toxicomanie toxique tracteur trafic trajet tramway transfrontalier
transport travail tribunal trottinette trottoir truite tsunami tunnel turbine ultramarin
université urbain urgence usine vacances vacant vacante vaccin vaccination vache vaisselle vautour
véhicule vélo vendredi vente verger verglas verre versement vespéral vestiaire vestige vêtement
vétérinaire veuf viaduc viande vidéo vidéosurveillance vigne vin violation violence virus visiteur
vitesse viticole voile voiture vol volaille volcan volcanique volley volume votant voyageur wifi
zostère
"""


@cache
def checkable() -> frozenset[str]:
    """The words that are claims by themselves, in the form they are compared by."""
    return frozenset(key(word) for word in words(_CHECKABLE))


@cache
def checkable_forms() -> frozenset[str]:
    """The same words as written here, for `durée` and `jugé` end alike and only one is a noun."""
    return frozenset(word.folded for word in words(_CHECKABLE))
