# Ce que lisent les personnes, en français.
# Une variable s'écrit { $nom } ; les noms sont ceux du programme.

## Champs, états et décisions

field-title = Titre
field-description = Description
field-short_description = Description courte
field-keywords = Mots-clés
field-theme = Thèmes
field-publisher = Organisation
field-acronym = Sigle
field-license = Licence
field-frequency = Fréquence de mise à jour
field-temporal = Période couverte
field-spatial = Territoire couvert
field-distributions = Fichiers
field-issued = Date de publication
field-modified = Dernière mise à jour

state-requested = Demandée
state-proposed = À décider
state-withheld = Pas de proposition
state-failed = Échec
state-accepted = Acceptée
state-edited = Modifiée
state-rejected = Rejetée
state-stale = Périmée

because-inaccurate = Inexact
because-incomplete = Incomplet
because-too_long = Trop long
because-off_topic = Hors sujet
because-already_said = Déjà dit
because-other = Autre

## Erreurs

error-dataset-not-found = Aucun jeu de données ne porte l’identifiant { $identifier }. Vérifiez-le, ou importez d’abord son catalogue.
error-suggestion-not-found = Aucune proposition ne porte la clé { $suggestion }. Elle a pu être supprimée avec son brouillon.
error-transition-refused = La proposition { $suggestion } est dans l’état « { $state } » ; elle ne peut pas passer à « { $target } ».
error-already-decided = La proposition { $suggestion } a déjà reçu une décision (« { $state } »). Annulez d’abord cette décision.
error-suggestion-stale = Le jeu de données a changé depuis la proposition { $suggestion }. Demandez-en une nouvelle.
error-not-open-to-decision = La proposition { $suggestion } est dans l’état « { $state } » : elle ne contient rien à décider.
error-nothing-to-undo = La proposition { $suggestion } est dans l’état « { $state } » : il n’y a aucune décision à annuler.
error-no-other-method = Il n’y a pas d’autre façon de proposer le champ { $field } pour cette fiche : toutes ont répondu.
error-decided-meanwhile = La proposition { $suggestion } a changé pendant que vous décidiez. Relisez-la.
error-suggested-meanwhile = Quelqu’un d’autre a demandé « { $field } » de { $dataset } au même moment. Relisez la page.
error-portal-identifier-taken = Le catalogue contient déjà le jeu de données { $identifier } de ce portail : le brouillon n’a pas été ajouté. Travaillez sur ce jeu de données.
error-dataset-vanished = Le jeu de données { $identifier } n’est plus dans sa source : rien n’est proposé pour lui tant qu’il n’y revient pas.
error-unknown-field = Éclaireur ne propose rien pour le champ { $field }. Champs connus : { $known }.
error-unknown-model = Aucun modèle n’est déclaré sous le nom « { $model } ». Modèles déclarés : { $known }.
error-wrong-kind-of-value = { $expected ->
    [keywords] Le champ { $field } attend une liste de mots-clés.
    [themes] Le champ { $field } attend une liste de thèmes.
   *[text] Le champ { $field } attend un texte.
  }
error-wrong-length = Le champ { $field } prend de { $minimum } à { $maximum } caractères ; ce texte en a { $length }.
error-wrong-keyword = « { $keyword } » ne peut pas être un mot-clé : un mot-clé a de { $minimum } à { $maximum } caractères.
error-reserved-keyword = « { $keyword } » ne s’ajoute pas ici : le portail accorde un label à qui le porte. Demandez-le sur le portail.
error-no-theme = Il ne reste aucun thème à garder. Rejetez plutôt la proposition.
error-unknown-theme = « { $theme } » n’est aucun des thèmes : { $choices }.
error-near-duplicate-keyword = « { $keyword } » et « { $other } » sont un même mot-clé, écrit de deux façons : gardez l’un des deux.
error-no-keyword = Il ne reste aucun mot-clé à garder. Rejetez plutôt la proposition.
error-value-missing = Une modification demande la nouvelle valeur.
error-personal-data-in-value = Ce texte contient des données personnelles : rien n’en a été enregistré. Les voici masquées, relisez puis enregistrez : « { $masked } »
error-invalid-record = Cette fiche est illisible : { $problem ->
     [not-json] ce n’est pas du JSON valide.
     [not-utf8] le texte n’est pas codé en UTF-8.
     [not-an-object] ce n’est pas un objet JSON.
     [too-long] plus de 32 Mo.
     [too-deep] trop de niveaux imbriqués.
     [not-finite] un nombre n’est pas fini.
     [no-identifier] l’identifiant (« id ») manque.
     [identifier-too-long] l’identifiant (« id ») est trop long : 300 caractères au plus.
     [missing-key] la clé « { $key } » manque.
     [wrong-type] la clé « { $key } » contient une valeur d’un autre type que celui attendu.
     [not-csv] ce n’est pas une ligne de CSV lisible, ou elle dépasse 32 Mo.
     [wrong-columns] le nombre de colonnes diffère de celui de l’en-tête.
    *[other] { $problem }
    }
error-invalid-line = La ligne { $line } est illisible : { $problem ->
     [not-json] ce n’est pas du JSON valide.
     [not-utf8] le texte n’est pas codé en UTF-8.
     [not-an-object] ce n’est pas un objet JSON.
     [too-long] plus de 32 Mo.
     [too-deep] trop de niveaux imbriqués.
     [not-finite] un nombre n’est pas fini.
     [no-identifier] l’identifiant (« id ») manque.
     [identifier-too-long] l’identifiant (« id ») est trop long : 300 caractères au plus.
     [missing-key] la clé « { $key } » manque.
     [wrong-type] la clé « { $key } » contient une valeur d’un autre type que celui attendu.
     [not-csv] ce n’est pas une ligne de CSV lisible, ou elle dépasse 32 Mo.
     [wrong-columns] le nombre de colonnes diffère de celui de l’en-tête.
    *[other] { $problem }
    }
error-invalid-dataset = Le jeu de données { $identifier } est illisible : { $problem ->
     [not-json] ce n’est pas du JSON valide.
     [not-utf8] le texte n’est pas codé en UTF-8.
     [not-an-object] ce n’est pas un objet JSON.
     [too-long] plus de 32 Mo.
     [too-deep] trop de niveaux imbriqués.
     [not-finite] un nombre n’est pas fini.
     [no-identifier] l’identifiant (« id ») manque.
     [identifier-too-long] l’identifiant (« id ») est trop long : 300 caractères au plus.
     [missing-key] la clé « { $key } » manque.
     [wrong-type] la clé « { $key } » contient une valeur d’un autre type que celui attendu.
     [not-csv] ce n’est pas une ligne de CSV lisible, ou elle dépasse 32 Mo.
     [wrong-columns] le nombre de colonnes diffère de celui de l’en-tête.
    *[other] { $problem }
    }
error-archived-dataset = Le jeu de données de la ligne { $line } est archivé : il a été laissé de côté.
error-catalogue-not-found = Le fichier { $place } n’existe pas.
error-catalogue-is-directory = { $place } est un dossier. Indiquez le fichier du catalogue.
error-unreadable-catalogue = { $place } ne peut pas être ouvert : { $problem }
error-empty-catalogue = { $place } est vide.
error-unknown-catalogue-format = { $place } n’est ni du JSON Lines, ni du JSON, ni du DCAT (RDF/XML, Turtle, JSON-LD), ni un CSV aux colonnes de data.gouv.fr.
error-damaged-catalogue = { $place } est abîmé ou incomplet : sa fin n’a pas pu être lue.
error-catalogue-too-large = { $place } contient plus de { $limit } Mo d’un seul tenant. Donnez-le en JSON Lines.
error-inflated-too-large = { $place } contient plus de { $limit } Mo une fois décompressé. Partagez-le en fichiers plus petits.
error-invalid-rdf = { $place } n’est pas du { $syntax } lisible, à partir de la ligne { $line }.
error-doctype-refused = { $place } contient une déclaration de type de document (DTD), qui peut cacher des entités : elle n’est jamais lue. Exportez-le sans DTD.
error-remote-context-refused = Le contexte JSON-LD de { $place } est ailleurs, et n’est jamais téléchargé. Mettez-le dans le document, ou donnez du Turtle ou du RDF/XML.
error-empty-source = Cette source ne contient aucun jeu de données : rien n’a été changé.
error-undecodable-text = Le texte de l’entrée standard n’est pas codé en UTF-8. Convertissez-le, puis recommencez.
error-source-not-found = { $source } n’est ni un fichier, ni l’identifiant d’un jeu de données du catalogue. Vérifiez-le.
error-unusable-ranker = Le modèle de mots-clés { $place } est inutilisable : il est abîmé, ou d’une autre version. Supprimez-le, puis lancez « eclaireur keywords train ».
error-work-under-way = Un entraînement ou une mesure est déjà en cours : attendez sa fin.
error-no-concept = { $place } ne contient aucun concept qui ait une adresse du Web et un libellé en français ou en anglais.
error-wrong-vocabulary-name = Un vocabulaire ne peut pas s’appeler « { $name } ». Donnez-lui avec --name un nom de { $minimum } à { $maximum } caractères.
error-unusable-vocabulary = Le vocabulaire { $place } est inutilisable : il est abîmé, ou d’une autre version. Supprimez-le, puis ajoutez-le de nouveau.
error-too-few-datasets = Le catalogue n’a que { $number } jeux de données avec mots-clés dont apprendre : il en faut { $minimum }. Le modèle fourni continue de servir.
error-several-records = { $place } contient plusieurs fiches : donnez-en une, ou utilisez --batch.
error-store-unavailable = Les données ne peuvent être ni lues ni écrites dans { $place } : { system-problem }

error-configuration-not-found = Le fichier de configuration { $place } n’existe pas.
error-unreadable-configuration = Le fichier de configuration { $place } ne peut pas être lu : { $problem }.
error-configuration-syntax = { $place }, ligne { $line } : ce n’est pas du TOML. Vérifiez les guillemets, les crochets et les signes « = ».
error-unknown-setting = { $place }, ligne { $line } : le réglage « { $setting } » n’existe pas. Vouliez-vous dire « { $nearest } » ?
error-setting-missing = { $place }, ligne { $line } : il manque le réglage « { $setting } ».
error-wrong-setting = { $place }, ligne { $line } : « { $setting } » { $expected ->
     [one-of] prend l’une de ces valeurs : { $choices }.
     [boolean] prend true ou false.
     [number] prend un nombre, dans des bornes raisonnables.
     [list] prend une liste qui n’est pas vide.
     [table] prend un tableau de réglages, comme { "{" } … { "}" }.
     [form] n’a pas la forme attendue : un pays s’écrit en deux majuscules (FR), une variable d’environnement avec des lettres, des chiffres et « _ ».
     [name] ne peut pas nommer un modèle : des lettres, des chiffres, « - » et « _ ».
     [active-above-total] compte plus de paramètres actifs que de paramètres.
     [environment-or-file] prend environment ou file, et pas les deux.
     [sign-in-without-way] ne dit pas comment se connecter : ajoutez [sign_in.openid], [sign_in.local], ou les deux.
     [sign-in-without-address] n’a pas d’adresse : avec [sign_in.openid], donnez celle que connaissent les personnes (address = "https://…").
     [sign-in-address] a une adresse qui n’est pas celle d’un site : https://, un nom, et rien après ; http:// sur cette machine seulement.
    *[text] prend un texte, ni vide ni très long.
    }
error-wrong-setting-address = { $place }, ligne { $line } : « { $setting } » { $problem ->
     [user] contient un utilisateur ou un mot de passe (« @ ») : retirez-le, la clé se donne par « key ».
     [query] contient une question (« ? ») : gardez l’adresse jusqu’à /v1.
     [port] a un port impossible.
     [plain] est en http vers une machine qui n’est pas déclarée privée : ce qui est envoyé serait lisible en chemin. Prenez https, ou ajoutez private = true si la machine est sur votre réseau.
     [host] ne désigne pas une machine qui puisse être jointe : un nom, ou une adresse IP sous sa forme usuelle.
    *[form] n’est pas une adresse de la forme https://machine/v1.
    }
error-secret-in-configuration = { $place }, ligne { $line } : « { $setting } » contient un secret, qui n’a pas sa place ici. Mettez-le dans une variable d’environnement ou un fichier, et nommez-les : key = { "{" } environment = "ALBERT_API_KEY" { "}" } ou key = { "{" } file = "/run/secrets/albert" { "}" }. Changez-le aussi s’il a pu être lu.
error-model-outside-policy = { $place }, ligne { $line } : la politique refuse le modèle { $model } : { $breach ->
     [operator] son opérateur est de type « { $given } », elle n’admet que { $allowed }. Retirez le modèle, ou ajoutez « { $given } » à policy.operators.
     [country] il est hébergé dans le pays { $given }, elle n’admet que { $allowed }. Retirez le modèle, ou ajoutez « { $given } » à policy.countries.
     [weights] elle demande des poids publics et la déclaration n’en nomme pas. Ajoutez « weights », ou écrivez open_weights_only = false dans [policy].
    *[licence] elle demande des poids publics sous une licence nommée. Ajoutez « licence », ou écrivez open_weights_only = false dans [policy].
    }
error-local-model-elsewhere = { $place }, ligne { $line } : le modèle { $model } est déclaré « local », mais son adresse ne désigne ni cette machine ni ce réseau. Ajoutez private = true si elle est sur votre réseau, ou corrigez operator.kind.
error-key-missing = La clé du modèle { $model } n’est pas dans { $place }. Cette variable, ou ce fichier, doit la contenir et rien d’autre.
error-wrong-address = Ceci n’est pas une adresse utilisable ({ $problem }).
error-egress-refused = Rien n’a été envoyé à { $origin } : { $problem ->
     [undeclared] cette destination n’est pas déclarée. Si elle doit l’être, déclarez-la dans eclaireur.toml.
     [not-private] elle est déclarée sur votre réseau, et son nom mène ailleurs. Vérifiez le nom, ou retirez private = true.
     [not-public] son nom mène à une machine de ce réseau, ou à rien. Si c’est voulu, ajoutez private = true à sa déclaration.
     [redirect] elle renvoie à une autre adresse, ce qui n’est jamais suivi. Déclarez l’adresse finale.
    *[unreadable] l’adresse est illisible.
    }
error-host-unreachable = { $origin } est injoignable : { $problem ->
     [name] son nom est inconnu.
     [connection] aucune connexion n’y aboutit. Vérifiez que le serveur tourne, et le port.
     [certificate] son certificat n’est pas reconnu. Si son autorité est la vôtre, nommez-la dans SSL_CERT_FILE.
    *[tls] la connexion chiffrée échoue. Vérifiez que c’est bien un serveur https.
    }
error-host-too-slow = { $origin } n’a pas répondu en entier en { $seconds } s.
error-answer-cut-short = { $origin } a interrompu sa réponse.
error-answer-too-large = { $origin } a répondu plus de { $limit } Mo : la suite n’a pas été lue.
error-model-key-refused = { $origin } refuse la clé donnée pour le modèle { $model } ({ $status }). Vérifiez « key » dans eclaireur.toml, et la clé elle-même.
error-model-not-served = { $origin } n’a pas de modèle « { $alias } » (404) : l’alias a pu changer. « eclaireur models --ping » montre ceux qu’il a.
error-model-busy = Le modèle { $model } a trop de demandes : { $seconds ->
     [0] réessayez plus tard.
    *[other] son serveur demande d’attendre { $seconds } s.
    }
error-model-server-failed = { $origin } est en panne pour le modèle { $model } ({ $status }).
error-model-request-refused = { $origin } refuse ce qui est demandé au modèle { $model } ({ $status }). Si son serveur ne sait pas suivre un schéma JSON, écrivez json_schema = false.
error-model-resting = Le modèle { $model } a échoué { $failures } fois de suite : il est laissé au repos pendant { $seconds } s.
error-model-answer-unusable = Le modèle { $model } a répondu, mais sa réponse est inutilisable : { $problem ->
     [length] elle est coupée, faute de place.
     [empty] elle est vide.
     [refusal] il refuse de répondre.
     [schema] elle n’a pas la forme demandée.
    *[form] ce n’est pas celle d’un serveur compatible avec OpenAI.
    }
error-portal-refuses = { $origin } refuse l’accès à son catalogue ({ $status }).
error-portal-lacks = { $origin } n’a pas de tel catalogue ({ $status }). Vérifiez l’adresse, et --kind.
error-portal-busy = { $origin } a trop de demandes : { $seconds ->
     [0] recommencez plus tard.
    *[other] il demande d’attendre { $seconds } s.
    } Ce qui a été lu est gardé : le même import reprendra où il en était.
error-portal-failed = { $origin } est en panne ({ $status }). Ce qui a été lu est gardé : le même import reprendra où il en était.
error-portal-answer-unusable = La réponse de { $origin } est inutilisable : { $problem ->
     [loop] il redonne sans fin la même page.
     [not-json] ce n’est pas du JSON.
    *[unexpected] elle n’a pas la forme attendue.
    } Ce qui a été lu est gardé.
error-task-switched-off = Les propositions pour le champ { $field } sont désactivées ici par l’exploitant.
error-model-switched-off = Le modèle { $model } est désactivé ici par l’exploitant : seule la méthode sans modèle répond.
error-budget-spent = Le budget du jour est dépensé : { $resource ->
     [requests] { $limit } demandes aux modèles de langage.
     [tokens] { $limit } jetons lus et écrits par les modèles de langage.
    *[energy_wh] { $limit } Wh pour les modèles de langage.
    } Seule la méthode sans modèle répond, jusqu’à demain.

## Description courte

method-extraction = Phrases de la fiche, choisies et raccourcies, sans modèle de langage
method-generation = Texte d’un modèle de langage, vérifié contre la fiche
reason-answer-length = Le modèle a écrit { NUMBER($length) } caractères ; le portail en prend de { $minimum } à { $maximum }. Son texte a été écarté.
reason-answer-markup = Le modèle a écrit autre chose que du texte simple. Son texte a été écarté.
reason-answer-link = Le modèle a écrit un lien, une adresse ou un contact. Son texte a été écarté.
reason-answer-personal-data = Le modèle a écrit sur une personne. Son texte a été écarté.
reason-answer-echo = Le modèle a répété ses consignes au lieu de décrire les données. Son texte a été écarté.
reason-answer-sentences = Le modèle n’a pas écrit une ou deux phrases complètes ({ $maximum } au plus). Son texte a été écarté.
reason-answer-language = Le modèle n’a pas écrit en français. Son texte a été écarté.
reason-answer-wording = Le modèle n’a pas écrit une description : son texte parle de lui-même, s’adresse au lecteur ou commence mal. Il a été écarté.
reason-answer-title = Le modèle n’a rien écrit de plus que le titre. Son texte a été écarté.
reason-answer-unsupported = { $count ->
    [1] Le modèle a écrit une chose que la fiche ne dit pas. Son texte a été écarté.
   *[other] Le modèle a écrit { NUMBER($count) } choses que la fiche ne dit pas. Son texte a été écarté.
 }
reason-title-missing = Le titre manque. Dites en quelques mots ce que sont les données, puis redemandez.
reason-description-too-short = La description compte { NUMBER($length) } caractères utiles ; il en faut au moins { NUMBER($minimum) } pour y choisir sans rien inventer. Plus courte, elle se vérifie à la main : si une de ses phrases dit déjà ce que sont les données, reprenez-la vous-même. Sinon, ajoutez ce qui manque : l’objet des données, leur source, leur territoire, leur période.
reason-not-in-french = La description n’est pas en français, la seule langue qu’Éclaireur sache résumer. Ajoutez quelques phrases en français.
reason-no-sentence-on-content = Aucune phrase de la description ne dit ce que sont les données. Commencez-la par une phrase qui le dit.
reason-warning-lost = La description prévient que les données ou l’acte qu’elles représentent ne sont plus à jour ou plus en vigueur ; aucune phrase ne le dit en même temps que ce que sont les données. Écrivez-en une qui dit les deux.
reason-method-failed = Un défaut d’Éclaireur, pas de votre fiche, qui n’a pas été touchée. Vous pouvez redemander.
reason-personal-data = Les phrases qui disent ce que sont les données contiennent des données personnelles (un nom, une adresse, un numéro). Écrivez-en une qui n’en contient pas.

## Mots-clés

method-portal-vocabulary = Vocabulaire du portail et termes du texte, sans modèle de langage
reason-nothing-to-read = Cette fiche n’a ni titre ni description. Écrivez au moins un titre qui dit ce que sont les données.
reason-no-keyword-found = Le titre et la description ne contiennent aucun terme qui puisse servir de mot-clé. Écrivez de quoi parlent les données : le thème, l’objet décrit, le territoire.
reason-no-other-keyword = Les mots-clés de la fiche disent déjà ce que son titre et sa description permettent de proposer.
reason-cold-catalogue = { $datasets ->
    [0] Le catalogue n’a encore aucun autre jeu de données avec des mots-clés : ces mots-clés viennent du texte seul et des vocabulaires ajoutés. Relisez-les de près.
    [one] Le catalogue n’a encore qu’un autre jeu de données avec des mots-clés, et il en faut { $minimum } pour connaître les habitudes du portail : relisez ces mots-clés de près.
   *[other] Le catalogue n’a encore que { $datasets } autres jeux de données avec des mots-clés, et il en faut { $minimum } pour connaître les habitudes du portail : relisez ces mots-clés de près.
}
reason-answer-keywords = Aucun des mots-clés du modèle n’est à la fois dans la fiche, nouveau et accepté par le portail.

## Thèmes

theme-AGRI = Agriculture, pêche, sylviculture et alimentation
theme-ECON = Économie et finances
theme-EDUC = Éducation, culture et sport
theme-ENER = Énergie
theme-ENVI = Environnement
theme-GOVE = Gouvernement et secteur public
theme-HEAL = Santé
theme-INTR = Questions internationales
theme-JUST = Justice, système juridique et sécurité publique
theme-REGI = Régions et villes
theme-SOCI = Population et société
theme-TECH = Science et technologie
theme-TRAN = Transports
method-theme-lexicon = Lexique de thèmes, mots de la fiche et de ses voisines, sans modèle de langage
reason-no-theme-found = Rien dans la fiche ne dit assez clairement de quel thème relèvent les données. Écrivez de quoi elles parlent, ou choisissez le thème vous-même sur le portail.
reason-no-other-theme = Les thèmes de la fiche sont ceux que ses mots permettent de proposer.
reason-answer-themes = Aucun des thèmes du modèle n’est à la fois connu, nouveau et appuyé par des mots de la fiche.

## Ce qui appuie une proposition

why-passage = Lu dans le champ « { $field } » : « { $text } »
why-datasets = { $count ->
    [1] Porté par un jeu de données du catalogue : { $examples }.
   *[other] Porté par { $count } jeux de données du catalogue, dont { $examples }.
}
why-alike = { $count ->
    [1] Comme un jeu de données voisin, par ses mots-clés : { $examples }.
   *[other] Comme { $count } jeux de données voisins, par leurs mots-clés, dont { $examples }.
}
why-keyword = Dit par un mot-clé de la fiche : « { $keyword } »
why-example = « { $title } »
why-concept = Nommé par le vocabulaire « { $vocabulary } » : « { $label } », { $uri }
why-concept-under = Nommé par le vocabulaire « { $vocabulary } » : « { $label } », sous « { $broader } », { $uri }

## Vérification et masquage

check-kind-year = année
check-kind-date = date
check-kind-period = période
check-kind-number = nombre
check-kind-place = lieu
check-kind-organisation = organisation
check-kind-frequency = fréquence
check-kind-scope = étendue
check-kind-source = source
check-kind-content = contenu
check-how-exact = mot pour mot
check-how-normalised = écrit autrement
check-how-derived = déduit
check-supported = { $claims ->
    [0] Ce texte n’affirme rien qui puisse être confronté à la fiche.
    [one] La seule affirmation reconnue dans ce texte est dans la fiche.
   *[other] Les { NUMBER($claims) } affirmations reconnues dans ce texte sont dans la fiche.
 }
check-unsupported = { $unsupported ->
    [1] Une affirmation n’est pas dans la fiche, sur { NUMBER($claims) } reconnues dans ce texte.
   *[other] { NUMBER($unsupported) } affirmations ne sont pas dans la fiche, sur { NUMBER($claims) } reconnues dans ce texte.
 }
check-claim-supported = « { $text } » ({ $kind }) : dans la fiche, champ « { $field } », { $how } : « { $passage } »
check-claim-unsupported = « { $text } » ({ $kind }) : absent de la fiche

claim-year = « { $text } » : cette année n’est pas dans la fiche.
claim-date = « { $text } » : cette date n’est pas dans la fiche.
claim-period = « { $text } » : cette période n’est pas dans la fiche.
claim-number = « { $text } » : ce nombre n’est pas dans la fiche, ou y compte autre chose.
claim-place = « { $text } » : ce lieu n’est pas dans la fiche.
claim-organisation = « { $text } » : cette organisation n’est pas dans la fiche.
claim-frequency = « { $text } » : cette fréquence n’est pas celle de la fiche.
claim-scope = « { $text } » : la fiche ne le précise pas.
claim-source = « { $text } » : cette source n’est pas dans la fiche.
claim-content = « { $text } » : la fiche n’en parle pas.
claim-doubts = { $count ->
    [one] { NUMBER($count) } point à vérifier
   *[other] { NUMBER($count) } points à vérifier
 }
claim-all-supported = Tout ce que dit ce texte est dans la fiche.
claim-by-rules = Relevé par des règles, qui peuvent se tromper : c’est vous qui décidez.
claim-too-long = Ce texte est trop long pour être comparé à la fiche : { NUMBER($maximum) } caractères au plus.
claim-ask = Vérifier
claim-ask-short_description = Vérifier la description courte

masked-person = { $count ->
    [one] { NUMBER($count) } nom de personne
   *[other] { NUMBER($count) } noms de personnes
 }
masked-email = { $count ->
    [one] { NUMBER($count) } adresse e-mail
   *[other] { NUMBER($count) } adresses e-mail
 }
masked-phone = { $count ->
    [one] { NUMBER($count) } numéro de téléphone
   *[other] { NUMBER($count) } numéros de téléphone
 }
masked-address = { $count ->
    [one] { NUMBER($count) } adresse postale
   *[other] { NUMBER($count) } adresses postales
 }
masked-nir = { $count ->
    [one] { NUMBER($count) } numéro de sécurité sociale
   *[other] { NUMBER($count) } numéros de sécurité sociale
 }
masked-iban = { $count ->
    [one] { NUMBER($count) } compte bancaire
   *[other] { NUMBER($count) } comptes bancaires
 }
masked-plate = { $count ->
    [one] { NUMBER($count) } plaque d’immatriculation
   *[other] { NUMBER($count) } plaques d’immatriculation
 }
masked-birth_date = { $count ->
    [one] { NUMBER($count) } date de naissance
   *[other] { NUMBER($count) } dates de naissance
 }
masked-id_document = { $count ->
    [one] { NUMBER($count) } numéro de pièce d’identité
   *[other] { NUMBER($count) } numéros de pièces d’identité
 }
masked-handle = { $count ->
    [one] { NUMBER($count) } compte en ligne
   *[other] { NUMBER($count) } comptes en ligne
 }
masked-notice = Masqué avant d’être gardé : { $listed }.
masked-why = Aucune donnée personnelle n’est gardée ici. Si c’était le nom d’un lieu ou d’une organisation, modifiez la fiche en disant ce que c’est : « le gymnase Jeanne Morel », et non « Jeanne Morel ».
masked-edit = Votre texte contenait des données personnelles : rien n’en a été enregistré. Les voici masquées ; reprenez le texte, puis enregistrez.

## Ligne de commande

cli-help = Éclaireur aide à décrire des jeux de données : il propose, une personne décide.

    Pour chaque jeu de données d’un catalogue, il propose une description courte, des mots-clés et des thèmes, avec le passage qui appuie chacun. Rien n’entre dans un export sans une décision. Quand la fiche en dit trop peu, il ne propose rien et dit quoi écrire.

    { "\u0008" }
    Une séance ordinaire :
      eclaireur catalogue import catalogue.jsonl
      eclaireur suggest short_description keywords --id mon-jeu
      eclaireur decide PROPOSITION accept
      eclaireur export --format csv --output catalogue.csv

    Les mêmes gestes se font dans un navigateur : « eclaireur serve ».

cli-epilog = { "\u0008" }
    Codes de sortie :
      0    le travail est fait, quels que soient les verdicts
      1    erreur du programme (ECLAIREUR_TRACE=1 en montre la trace)
      2    ligne de commande incorrecte
      3    un jeu de données, une proposition ou un fichier n’existe pas
      4    l’état actuel ne le permet pas : décision déjà prise, proposition périmée
      5    une entrée ne convient pas : fichier, ligne ou valeur
      6    la base de données, le port ou le disque ne répond pas
      7    une vérification d’audit échoue
      8    une mesure d’évaluation est moins bonne qu’avant
      130  interrompu

    Un jeu de données ou une ligne en erreur n’arrête pas les autres : le code est alors celui de la première erreur.

    Les résultats vont sur la sortie standard, les erreurs sur la sortie d’erreur ; avec --json, les unes et les autres sont des objets JSON, un par ligne.

cli-section-start = Commencer :
cli-section-decide = Proposer et décider :
cli-section-verify = Vérifier un texte, ou l’installation :
cli-section-leave = Emporter :
cli-section-configure = Régler :
cli-heading-usage = Usage :
cli-heading-options = Options :
cli-heading-commands = Commandes :
cli-metavar-options = [OPTIONS]
cli-metavar-command = COMMANDE [ARGUMENTS]…
cli-metavar-directory = DOSSIER
cli-metavar-file = FICHIER
cli-metavar-source = SOURCE
cli-metavar-fields = CHAMP…
cli-metavar-id = ID
cli-metavar-key = PROPOSITION
cli-metavar-record = FICHE
cli-metavar-text = TEXTE
cli-metavar-field = CHAMP
cli-metavar-name = NOM
cli-metavar-organisation = ORGANISATION
cli-option-help = Affiche cette aide.
cli-option-version = Affiche la version.
cli-option-data = Le dossier qui contient tout ce qu’Éclaireur garde [ECLAIREUR_DATA]. Par défaut : { $default }.
cli-option-database = L’adresse d’une base PostgreSQL, à la place du fichier SQLite de ce dossier [ECLAIREUR_DATABASE].
cli-option-config = Le fichier de configuration [ECLAIREUR_CONFIG]. Par défaut, « eclaireur.toml » de ce dossier, s’il y est.
cli-option-lang = La langue des messages [ECLAIREUR_LANG]. Par défaut, celle du système, sinon le français.
cli-option-json = Répond par un objet JSON.
cli-option-json-lines = Répond par un objet JSON par ligne.
cli-log-format = La forme du journal, sur la sortie d’erreur : des lignes de texte, ou des objets JSON, un par ligne [ECLAIREUR_LOG_FORMAT]. Par défaut : { $default }.
cli-standard-output = la sortie standard
cli-interrupted = Interrompu.
cli-unexpected = Erreur inattendue du programme ({ $kind }). Relancez avec ECLAIREUR_TRACE=1 pour en voir la trace.

cli-serve = Ouvre les pages d’Éclaireur sur cette machine.

    Sans [sign_in] dans eclaireur.toml, elles ne sont visibles que d’ici : une adresse ouverte à d’autres machines est refusée.
cli-serve-host = L’adresse d’écoute. Par défaut : { $default }.
cli-serve-listening = Éclaireur est ouvert sur { $url } (Ctrl+C pour arrêter).
cli-serve-port = Le port d’écoute. Par défaut : { $default }.

cli-catalogue = Remplit le catalogue.
cli-import = Ajoute au catalogue les jeux de données d’un fichier (« - » : l’entrée standard), d’un portail déclaré, ou d’une adresse.

    Le format d’un fichier se reconnaît au contenu : JSON Lines, JSON, DCAT (RDF/XML, Turtle, JSON-LD), ou le CSV de l’export de data.gouv.fr, compressés par gzip ou non. Un portail se donne par le nom de sa déclaration dans eclaireur.toml, ou par son adresse, qui vaut déclaration pour cet import seulement.

    Un jeu de données déjà présent est remplacé ; ses décisions restent, ses propositions ouvertes deviennent périmées si la source a changé. Ce que la même source ne contient plus est marqué comme disparu, et gardé avec ses décisions. Les jeux archivés sont laissés de côté. Ce qui est illisible est signalé, et la suite est lue. Un import interrompu reprend où il en était, à la même commande.
cli-import-sample = Importe le catalogue fictif fourni avec Éclaireur.
cli-import-progress = Import
cli-imported = Ajoutés : { $added }. Modifiés : { $changed }. Revenus : { $returned }. Inchangés : { $unchanged }. Disparus de la source : { $vanished }. Propositions devenues périmées : { $made_stale }. Archivés, laissés de côté : { $archived }. Illisibles : { $unreadable }.
cli-imported-unidentified = Une fiche au moins n’a pas pu être identifiée : rien n’a été marqué comme disparu.
cli-import-kind = Ce que parle le portail. Par défaut, ses réponses le disent.
cli-import-private = L’adresse est sur cette machine ou ce réseau.
cli-import-source = Le nom de cette source, si son fichier ou son adresse change d’un import à l’autre.

cli-suggest = Propose une valeur pour chaque CHAMP : short_description, keywords, theme.

    Les jeux de données viennent du catalogue (--id), ou d’un fichier aux mêmes formats que l’import (--from). Un enregistrement d’un fichier qui n’est pas celui du catalogue devient un brouillon, gardé un jour ; s’il n’a pas d’identifiant, il s’appelle « line- » suivi de son numéro de ligne.

    Avec --json, une ligne par enregistrement et par champ, dans l’ordre : suggestion, id, field, status (proposed, withheld ou failed ; accepted ou edited s’il y a déjà une décision), value, reason, method, model, evidence, usage.
cli-suggest-id = Un jeu de données du catalogue. L’option se répète.
cli-suggest-from = Un fichier d’enregistrements (« - » : l’entrée standard).
cli-suggest-another = Demande une autre proposition que celle qui est faite : la méthode suivante répond, un modèle de langage s’il y en a un.
cli-suggest-dry-run = Calcule sans rien garder : aucune décision n’est possible ensuite.
cli-suggest-progress = Réponses

cli-suggestions = Liste les propositions, par clé.
cli-suggestions-status = Celles qui sont dans cet état.
cli-suggestions-field = Celles de ce champ.

cli-check = Confronte un texte à la fiche dont il parle.

    Chaque année, nombre, lieu, organisation, fréquence, étendue, source ou contenu du texte est cherché dans la fiche : ce qui l’appuie est montré, ce que rien n’appuie est signalé. La vérification suit des règles, sans modèle de langage ; elle peut se tromper.

    Le code de sortie est 0 quel que soit le verdict.
cli-check-source = La fiche : un fichier qui en contient une (« - » : l’entrée standard), l’objet JSON lui-même, ou l’identifiant d’un jeu de données du catalogue.
cli-check-text = Le texte (« - » : l’entrée standard).
cli-check-batch = Un fichier JSON Lines de demandes id, record, text (« - » : l’entrée standard) ; répond id, supported, claims, dans l’ordre.
cli-check-progress = Textes confrontés
cli-mask = Masque les données personnelles de l’entrée standard.

    Noms de personnes, adresses e-mail et postales, téléphones, numéros de sécurité sociale, comptes bancaires, plaques, dates de naissance, pièces d’identité et comptes en ligne font place à leur type : [personne], [e-mail]… Le texte masqué va sur la sortie standard, ce qui a été masqué sur la sortie d’erreur. Rien n’est gardé ; les règles peuvent se tromper, relisez.

    Avec --json : text, et spans (start, end, type) dans le texte donné, en points de code Unicode.
cli-mask-batch = Un fichier JSON Lines d’objets text (« - » : l’entrée standard) ; répond text et spans, dans l’ordre.
cli-mask-progress = Textes masqués
cli-mask-typing = Tapez ou collez le texte, puis Ctrl+D sur une ligne vide.
cli-masked = Masqué : { $listed }.
cli-masked-nothing = Rien à masquer n’a été trouvé.

cli-decide = Accepte, modifie ou rejette une PROPOSITION.

    Une proposition périmée ou déjà décidée est refusée (code 4).
cli-decide-value = La valeur d’une modification ; pour des mots-clés ou des thèmes, séparés par des virgules.
cli-decide-reason = Pourquoi une modification ou un rejet : compté par jour, gardé nulle part ailleurs.
cli-undo = Annule la décision prise sur une PROPOSITION.

    La proposition redevient à décider, ou périmée si la source a changé depuis.

cli-export = Écrit tous les jeux de données, avec les valeurs retenues, marquées comme telles.

    jsonl et json ont les clés de l’import, plus « provenance » ; csv s’ouvre dans un tableur ; dcat est du DCAT en JSON-LD, dcat-turtle en Turtle. L’ordre est toujours le même.
cli-export-format = Le format. Par défaut : { $default }.
cli-export-output = Le fichier à écrire, remplacé d’un coup (« - » : la sortie standard, par défaut).
cli-export-changes = Seulement les valeurs acceptées et modifiées, une par ligne, avec ce qu’elles remplacent et leur provenance.
cli-export-id = Seulement ce jeu de données. L’option se répète.

cli-config = Explique la configuration.
cli-config-check = Lit la configuration et dit ce qu’elle permet.

    Chaque erreur est signalée avec sa ligne. Rien n’est envoyé à personne. Les clés sont cherchées là où le fichier dit qu’elles sont, et jamais montrées.

    Avec --json : file, policy, models, tasks, budgets, telemetry, destinations.
cli-config-file = Configuration : { $place }
cli-config-no-file = Aucun fichier de configuration : aucun modèle n’est déclaré, rien ne sort de cette machine.
cli-config-policy = Politique : opérateurs { $operators } ; pays { $countries } ; { $open_weights ->
     [yes] poids publics seulement.
    *[no] poids publics ou non.
    }
cli-config-popularity = Recherche : l’usage d’un jeu de données compte { $popularity } dans son rang (1 : comme appris ; 0 : rien).
cli-config-no-model = Aucun modèle n’est déclaré.
cli-config-destinations = Destinations permises : { $origins }.
cli-config-no-destination = Rien ne peut être envoyé nulle part.

cli-models = Liste les modèles déclarés, et ce que chaque tâche utiliserait.

    Avec --ping, chacun est essayé : son serveur répond, il connaît le modèle. Rien ne lui est donné à lire. Le code de sortie est 0 une fois la liste faite, quoi que les serveurs répondent.

    Les méthodes de chaque tâche suivent, dans l’ordre où elles sont demandées : la première répond d’office, les autres sur demande, ou d’office si la configuration le dit. Ce qui est désactivé ou hors budget aujourd’hui est dit.

    Avec --json, un objet par modèle : name, declaration et, avec --ping, ping (reached, served, latency_ms, names, problem) ; puis un objet par tâche : task, turns (method, model, automatic, obstacle, off_for), off_for. Une ligne qui a « name » est un modèle, une ligne qui a « task » une tâche.
cli-models-ping = Essaie chaque modèle.
cli-switch = Désactive ou réactive une tâche ou un modèle, aussitôt.
cli-switch-off = Désactive une tâche (son champ) ou un modèle (son nom).

    Une tâche désactivée ne propose plus rien. Quand un modèle est désactivé, la méthode sans modèle répond, et dit pourquoi.
cli-switch-on = Réactive une tâche ou un modèle.
cli-switch-list = Liste ce qui est désactivé.
cli-switch-organisation = Seulement pour les jeux de données de cette organisation.
cli-switch-nothing-off = Rien n’est désactivé.
cli-switch-kind-task = La tâche
cli-switch-kind-model = Le modèle
cli-switch-line = { $kind } { $name } : désactivé pour tous.
cli-switch-line-organisation = { $kind } { $name } : désactivé pour « { $organisation } ».
cli-keywords = Apprend comment ce portail choisit ses mots-clés, et le mesure.
cli-keywords-train =
    Apprend du catalogue à classer les mots-clés.

    Un producteur sur cinq est tenu à l’écart. Ce qui est appris y est comparé au modèle en place, et ne le remplace que s’il n’est pas moins bon. Deux à trois minutes pour 50 000 jeux de données.
cli-keywords-evaluate =
    Mesure le modèle en place sur les producteurs tenus à l’écart.

    Les chiffres sont ceux du F1 des cinq premiers mots-clés, comparés exactement à ceux du producteur.
cli-keywords-progress = Jeux de données lus
cli-keywords-kept = Le nouveau modèle est en place ; un serveur qui tourne s’en sert dès la proposition suivante.
cli-keywords-refused = Le nouveau modèle est moins bon : celui qui était en place le reste.
cli-keywords-new = Nouveau
cli-keywords-former = En place auparavant
cli-keywords-serving = En place
cli-keywords-figures = { $label } ({ $version }) : F1 { NUMBER($known, minimumFractionDigits: 3, maximumFractionDigits: 3) } quand le producteur a d’autres jeux de données, { NUMBER($unseen, minimumFractionDigits: 3, maximumFractionDigits: 3) } quand il n’en a pas ; { $records } jeux de données à l’écart.
cli-vocabulary = Ajoute des vocabulaires contrôlés, et les montre.
cli-vocabulary-add =
    Ajoute le vocabulaire contrôlé d’un fichier, ou le remplace.

    SKOS en RDF/XML, Turtle ou JSON-LD, ou JSON Lines. Ce que le texte d’une fiche y nomme, par un libellé préféré ou un autre, devient un mot-clé possible, avec le concept et son adresse.
cli-vocabulary-name = Son nom ; celui du fichier, sans cette option.
cli-vocabulary-list = Montre les vocabulaires ajoutés.
cli-vocabulary-line = { $name } : { NUMBER($concepts) } concepts, { NUMBER($labels) } libellés ; { NUMBER($placed) } concepts sous un autre.
cli-vocabulary-added = Il est en place ; un serveur qui tourne s’en sert dès la proposition suivante.
cli-vocabulary-none = Aucun vocabulaire n’a été ajouté.
cli-ledger = Montre ce que les modèles et les méthodes ont coûté, et ce qui a été évité.

    Par tâche, par modèle et par jour ; par proposition retenue ; ce qu’ont évité le cache et la méthode sans modèle. Ce que personne ne connaît n’est dans aucune somme : inconnu n’est pas zéro.
cli-ledger-days = Par jour
cli-ledger-asked = Demandé aux modèles de langage : { $cost }
cli-ledger-retained = Propositions retenues : { $count } ; pour chacune : { $energy }
cli-ledger-cache = Évité par le cache : { $cost }
cli-ledger-frugal = Proposées sans modèle de langage : { $count } ; un modèle y aurait dépensé : { $energy }
cli-ledger-day = { $day } · { $field } · { $made_by } : { $cost } · échecs : { $failed }
cli-ledger-cost = appels : { $calls } · { $tokens } · { $energy } · { $carbon } · d’énergie inconnue : { $unknown }
cli-ledger-embedded = Dépensé sans modèle de langage : { $energy }
cli-ledger-method = Énergie dite par le serveur, sinon estimée : { $method }. Sans modèle, estimée aussi : { $embedded }.
cli-models-task = { $field }, dans cet ordre :
cli-models-turn = { $place }. { $made_by } : { $automatic ->
     [yes] répond d’office
    *[no] sur demande
    }{ $obstacle ->
     [task-switched-off] { " · " }tâche désactivée
     [model-switched-off] { " · " }modèle désactivé
     [budget-spent] { " · " }budget du jour dépensé
    *[none] { "" }
    }
cli-models-off-for = désactivé pour « { $organisation } »
cli-config-telemetry = Traces : envoyées à { $address }, sous le nom { $service }.
cli-model-line = { $name } : { $alias } à { $address }
cli-model-operator = Opérateur : { $operator } ({ $kind ->
     [local] local
     [state] État
    *[other] autre
    }), { $country }
cli-model-weights = Poids : { $weights }, licence { $licence }
cli-model-no-weights = Poids : non publics
cli-model-size = Taille : { $total ->
     [0] inconnue
    *[other] { $total } milliards de paramètres, dont { $active } actifs
    } ; contexte de { $context } jetons
cli-model-key-environment = Clé : dans la variable { $place }
cli-model-key-file = Clé : dans le fichier { $place }
cli-model-no-key = Clé : aucune
cli-model-served = Répond en { $milliseconds } ms et connaît « { $alias } ».
cli-model-not-served = Répond en { $milliseconds } ms, mais ne connaît pas « { $alias } ». Il connaît : { $names }.

cli-shown-key = Clé : { $key }
cli-shown-method = Méthode : { $method }
cli-shown-model = Modèle : { $model }
cli-shown-open = Proposition automatique, expérimentale, à relire.

usage-help = « { $command } --help » montre l’aide.
usage-no-such-option = L’option { $option } n’existe pas.
usage-no-such-command = La commande { $command } n’existe pas.
usage-missing = Il manque { $parameter }.
usage-not-a-choice = { $parameter } prend l’une de ces valeurs : { $choices }.
usage-not-in-range = { $parameter } prend un nombre de { $minimum } à { $maximum }.
usage-option-value = L’option { $option } est mal employée : elle manque de valeur, ou n’en prend pas.
usage-unexpected-argument = Ceci est en trop : { $arguments }
usage-import-source = Donnez un fichier, un portail ou une adresse, ou --sample.
usage-import-both = Donnez une source ou --sample : l’une ou l’autre, pas les deux.
usage-suggest-source = Donnez des identifiants avec --id, ou un fichier avec --from.
usage-another = --another se demande pour des jeux de données du catalogue (--id), et ne va pas avec --dry-run.
usage-check-source = Donnez la fiche avec --source et le texte avec --text, ou un fichier avec --batch.
usage-one-input = L’entrée standard ne peut donner que la fiche ou que le texte.
usage-value-only-edit = --value ne va qu’avec « edit ».
usage-reason-not-accept = --reason ne va qu’avec « edit » ou « reject ».

error-output-unwritable = Impossible d’écrire dans { $place } : { system-problem }

## Sauvegardes

cli-backup = Copie tout ce que garde Éclaireur dans un nouveau dossier, pendant qu’il sert ou non.

    Ce dossier est lui-même un dossier de données. Il y manque ce qui se refait seul (index, mots-clés appris) et les brouillons, qui ne vivent qu’un jour. Avec PostgreSQL, utilisez pg_dump : voyez la documentation des exploitants.
cli-backup-made = Sauvegarde de { NUMBER($files) } fichiers dans { $place }.
cli-restore = Remet une sauvegarde en place, dans un dossier de données vide.
cli-restored = { NUMBER($files) } fichiers remis dans { $place }. L’index sera refait au premier démarrage.
error-backup-place-taken = Impossible de faire une sauvegarde dans { $place } : ce dossier existe déjà, ou fait partie de ce qui est sauvegardé. Donnez-en un autre, ailleurs.
error-backup-unusable = { $place } n’est pas une sauvegarde qui puisse être remise en place : { $problem }. Prenez-en une autre.
error-database-elsewhere = La base de données est à part ({ $place }) : sauvegardez-la avec pg_dump et remettez-la avec pg_restore.
error-restore-place-taken = Rien n’est remis dans { $place } : ce dossier n’est pas vide, et un serveur s’en sert peut-être. Arrêtez-le, puis videz le dossier ou donnez-en un autre avec --data.

## API HTTP

problem-notfound = Introuvable
problem-conflict = L’état actuel ne le permet pas
problem-invalidinput = Entrée inutilisable
problem-unavailable = Indisponible
problem-invalid-request = Requête incorrecte
problem-invalid-request-detail = La requête ne suit pas la description de l’API.
problem-invalid-request-mistakes = La requête ne suit pas la description de l’API : { $mistakes }
mistake-missing = { $place } manque
mistake-unknown = { $place } contient une clé que la description ne connaît pas
mistake-choice = { $place } prend l’une de ces valeurs : { $limit }
mistake-too-long = { $place } est trop long, { $limit } au plus
mistake-too-short = { $place } est trop court, { $limit } au moins
mistake-too-small = { $place } est trop petit, { $limit } au moins
mistake-too-big = { $place } est trop grand, { $limit } au plus
mistake-wrong-type = { $place } n’a pas le type attendu
mistake-not-json = { $place } n’est pas du JSON valide
mistake-together = { $place } réunit des valeurs qui ne vont pas ensemble, ou en omet une
mistake-other = { $place } ne convient pas
problem-bad-request = Requête illisible
problem-bad-request-detail = La requête ne peut pas être lue.
problem-sign-in-needed = Connexion nécessaire
problem-sign-in-needed-detail = Pour cela, il faut se connecter ; ou bien le jeton donné n’est pas le bon.
problem-notallowed = Rôle insuffisant
problem-forbidden = Requête refusée
problem-forbidden-detail = La requête vient d’un autre site, ou d’un nom de machine inconnu.
problem-route-not-found = Adresse inconnue
problem-route-not-found-detail = Cette adresse n’existe pas dans l’API. Sa description est à /api/v1/openapi.json.
problem-method-not-allowed = Méthode refusée
problem-method-not-allowed-detail = Cette adresse n’accepte pas cette méthode ; l’en-tête Allow dit lesquelles.
problem-request-timeout = Requête trop lente
problem-request-timeout-detail = Le contenu de la requête a mis trop de temps à arriver.
problem-too-busy = Trop de demandes à la fois
problem-too-busy-detail = Trop de demandes sont en cours à la fois. Rien n’a été enregistré. Recommencez dans le nombre de secondes que donne Retry-After.
problem-too-large = Contenu trop grand
problem-too-large-detail = Le contenu de la requête dépasse la taille admise.
problem-too-many-requests = Trop de demandes
problem-too-many-requests-detail = Trop de demandes sont venues de cette adresse en peu de temps. Attendez autant de secondes que le dit Retry-After.
problem-unsupported-media-type = Type de contenu refusé
problem-unsupported-media-type-detail = Le contenu doit être du JSON, annoncé par « Content-Type: application/json ».
problem-unexpected = Erreur inattendue
problem-unexpected-detail = Erreur inattendue du programme. Le journal du serveur en garde la trace.

## Registre

ledger-empty = Rien n’a encore été calculé.
ledger-tokens = { $count ->
    [one] { NUMBER($count) } jeton
   *[other] { NUMBER($count) } jetons
 }
ledger-energy = { $amount ->
    [0] 0
   *[other] { NUMBER($amount, maximumSignificantDigits: 3) }
 } Wh
ledger-carbon = { $amount ->
    [0] 0
   *[other] { NUMBER($amount, maximumSignificantDigits: 3) }
 } gCO₂e
ledger-amount = { NUMBER($amount, maximumFractionDigits: 3) }
ledger-unknown = inconnu
ledger-source-reported = dite par le serveur
ledger-source-estimated = estimée, EcoLogits
ledger-source-cpu_time = estimée, temps de processeur
ledger-source-unknown = inconnue

## Recherche et page d’un jeu de données, pour qui réutilise

web-search-hint = Des mots, une question, un lieu ou une organisation. Les fautes de frappe sont comprises. Votre recherche n’est ni gardée ni transmise.
web-refine = Affiner la recherche
web-refine-organisation = Organisation
web-refine-format = Format de fichier
web-refine-license = Licence
web-refine-place = Territoire
web-refine-since = Données depuis
web-refine-until = Données jusqu’à
web-refine-year = Une année, en quatre chiffres
web-refine-hint = Une partie d’un nom suffit : le début de chacun de ses mots, sans égard aux majuscules ni aux accents. Un nom écrit en entier ne retient que lui. Les années s’écrivent en quatre chiffres.
web-names-organisation = Les organisations les plus présentes
web-names-format = Les formats les plus présents
web-names-license = Les licences les plus présentes
web-names-place = Les territoires les plus présents
web-refine-apply = Appliquer
web-chosen = Filtres appliqués
web-chosen-one = { $name } : { $value }
web-chosen-remove = (retirer ce filtre)
web-order = Trier par
web-order-relevance = pertinence
web-order-title = titre
web-order-recent = plus récents
web-order-usage = plus utilisés
web-total-cut = les { NUMBER($count) } premiers se parcourent
web-left-out = { $count ->
    [1] Dans cet ordre, un autre jeu de données, qui dit moins de la moitié de votre recherche, est laissé de côté.
   *[other] Dans cet ordre, { NUMBER($count) } autres jeux de données, qui disent moins de la moitié de votre recherche, sont laissés de côté.
 }
web-read-as = Résultats aussi pour { $words }.
web-unknown-words = Aucune fiche ne contient { $words }.
web-nothing-found = Rien ne répond à cette recherche.
web-ideas = Ces recherches-ci donnent des résultats :
web-idea-words = Chercher « { $words } »
web-idea-without = Retirer le filtre « { $filter } »
web-idea-without-all = Retirer tous les filtres
web-no-idea = Essayez un mot plus courant, un synonyme, ou le nom de l’organisation qui publierait ces données.
web-why-found = Pourquoi ce résultat
web-why-read-as = « { $word } » lu « { $other } »
web-alike = { $count ->
    [one] { NUMBER($count) } autre jeu de même titre, aux chiffres près
   *[other] { NUMBER($count) } autres jeux de même titre, aux chiffres près
 }
web-updated = mis à jour { $age }
web-age-today = aujourd’hui
web-age-yesterday = hier
web-age-days = il y a { NUMBER($count) } jours
web-age-months = il y a { NUMBER($count) } mois
web-age-years = il y a { NUMBER($count) } ans
web-retained-here = (description retenue ici)
web-feedback-question = Ces résultats vous sont-ils utiles ?
web-feedback-yes = Utile
web-feedback-no = Pas ce que je cherche
web-feedback-hint = Seules les réponses sont comptées, par jour ; votre recherche n’est pas envoyée.
web-feedback-thanks = Merci, votre réponse est comptée.
web-published-by = Publié par
web-to-cards = Vous en êtes le producteur ? Complétez cette fiche
web-cards-hint = Pour le producteur. Une proposition n’entre dans la fiche que si une personne la retient.
web-portrait = L’essentiel
web-origin-published = Description courte publiée
web-origin-accepted = Proposition automatique, acceptée par une personne ici le { DATETIME($day, dateStyle: "long") }
web-origin-edited = Proposition automatique, modifiée par une personne ici le { DATETIME($day, dateStyle: "long") }
web-late = Cette date dépasse de loin la fréquence annoncée : les données ne sont peut-être plus tenues à jour.
web-no-licence = Sans licence dite, rien n’autorise la réutilisation : demandez à l’organisation.
web-uses = Usages
web-uses-views = { $count ->
    [one] { NUMBER($count) } consultation
   *[other] { NUMBER($count) } consultations
 }
web-uses-downloads = { $count ->
    [one] { NUMBER($count) } téléchargement
   *[other] { NUMBER($count) } téléchargements
 }
web-uses-reuses = { $count ->
    [one] { NUMBER($count) } réutilisation
   *[other] { NUMBER($count) } réutilisations
 }
web-file-untitled = Fichier sans titre
web-file-columns = { $count ->
    [one] { NUMBER($count) } colonne décrite
   *[other] { NUMBER($count) } colonnes décrites
 }
web-more-files = { $count ->
    [one] { NUMBER($count) } autre fichier
   *[other] { NUMBER($count) } autres fichiers
 }
web-no-file = La fiche ne nomme aucun fichier.
web-description-published = Description, telle que publiée
web-description-draft = Description, telle que gardée
web-missing = Ce que la fiche ne dit pas
web-missing-hint = Ni le portail ni une personne, ici, ne l’ont renseigné.
web-similar = Jeux de données semblables
web-similar-how = Les plus proches par le sens de leurs mots, calculé sur cette machine.

## Pages web

web-day = { DATETIME($day, dateStyle: "long") }
web-number = { NUMBER($number) }
web-language-name = Français
web-skip = Aller au contenu
web-unreachable = Éclaireur ne répond pas. Rien n’a été enregistré : vérifiez qu’il tourne toujours, puis recommencez.
web-unsaved = Ce que vous avez saisi n’est pas enregistré. Enregistrez-le d’abord, ou choisissez de nouveau la langue pour l’abandonner.
web-nav-main = Navigation principale
web-nav-language = Langue de la page
web-nav-catalogue = Catalogue
web-nav-draft = Décrire un nouveau jeu de données
web-trail = Fil d’Ariane
web-commitments = Éclaireur propose, une personne décide : rien n’entre dans une fiche sans votre accord, et chaque décision s’annule. { $models ->
    [0] Les propositions sont calculées ici, sans modèle de langage. { $signin ->
        [yes] Lire ne demande aucun compte ; qui décide se connecte.
       *[no] Aucun compte, aucune donnée personnelle, rien d’envoyé ailleurs.
    }
   *[other] La première proposition est calculée ici, sans modèle de langage ; une autre peut être rédigée par un modèle que l’exploitant a déclaré, données personnelles masquées. { $signin ->
        [yes] Lire ne demande aucun compte ; qui décide se connecte.
       *[no] Aucun compte.
    } Rien d’envoyé à qui n’est pas déclaré.
}

web-list-title = Catalogue
web-list-heading = Trouvez des données, faites-les trouver
web-intro = Cherchez dans vos mots. Pour chaque jeu de données, Éclaireur propose aussi à son producteur ce qui lui manque : une description courte, des mots-clés, des thèmes, chacun avec le passage d’où il vient. Une personne accepte, modifie ou rejette.
web-empty-title = Le catalogue est encore vide
web-empty-import = Importez l’export de votre portail, en JSON Lines ou en CSV, depuis un terminal :
web-empty-file = catalogue.csv
web-empty-draft = Ou essayez tout de suite sur une fiche que vous collez ou écrivez ici. Elle sera supprimée au bout de 24 heures.
web-search-label = Chercher un jeu de données
web-search = Chercher
web-filter-label = Ce qu’il reste à compléter
web-filter-all = Tous
web-filter-short_description = Sans description courte
web-filter-keywords = Sans mots-clés
web-filter-theme = Sans thème
web-results = Jeux de données
web-total = { $count ->
    [0] Aucun jeu de données
    [one] { NUMBER($count) } jeu de données
   *[other] { NUMBER($count) } jeux de données
 }
web-page-of = page { NUMBER($page) } sur { NUMBER($pages) }
web-none-lacking = Aucun jeu de données n’est dans ce cas.
web-see-all = Voir tout le catalogue
web-untitled = (sans titre)
web-open-proposals = { $count ->
    [one] { NUMBER($count) } proposition à décider
   *[other] { NUMBER($count) } propositions à décider
 }
web-lacks-short_description = Sans description courte
web-lacks-keywords = Sans mots-clés
web-lacks-theme = Sans thème
web-lacks-nothing = Rien ne manque
web-paging = Pages du catalogue
web-previous = Page précédente
web-next = Page suivante

web-cards-title = Ce qu’Éclaireur peut proposer
web-absent = Non renseigné
web-period = du { $start } au { $end }
web-period-since = depuis le { $start }
web-period-until = jusqu’au { $end }
web-description-cut = La description est très longue : seul son début est montré ici. L’export la contient en entier.
web-side-published = Publié
web-side-draft = Dans le brouillon
web-ask-short_description = Proposer une description courte
web-ask-keywords = Proposer des mots-clés
web-ask-theme = Proposer des thèmes
web-ask-hint-short_description = Une ou deux phrases qui disent ce que sont les données, tirées du texte de la fiche.
web-ask-hint-keywords = Des mots-clés tirés de la fiche et du vocabulaire du portail.
web-ask-hint-theme = Un ou deux des treize thèmes des portails européens, d’après les mots de la fiche.
web-ask-again = Demander une nouvelle proposition
web-ask-another = Demander une autre proposition
web-ask-another-hint = Un modèle de langage la rédige à partir de la fiche, ce qui consomme plus d’énergie. Elle est vérifiée avant d’être montrée.
web-no-other-proposal = Pas d’autre proposition.
web-busy = Lecture de la fiche…
web-label = Proposition automatique, expérimentale, à relire
web-method = Méthode : { $method }.
web-model = Modèle : { $model }.
web-count = { NUMBER($count) } caractères sur { NUMBER($maximum) } au plus
web-limits = { NUMBER($maximum) } caractères au plus
web-evidence = D’où cela vient-il ?
web-quoted = « { $text } »
web-passage-of = Passage lu dans le champ « { $field } » :
web-read-in = Lu dans le champ « { $field } »
web-borne-by = { $count ->
    [one] Porté par { NUMBER($count) } jeu de données du catalogue
   *[other] Porté par { NUMBER($count) } jeux de données du catalogue
 }
web-borne-by-none = Nouveau dans ce catalogue
web-named-by = Nommé par le vocabulaire « { $vocabulary } »
web-under = sous « { $broader } »
web-about = (mot-clé « { $part } »)
web-accept = Accepter
web-edit = Modifier
web-edit-close = Revenir à la proposition
web-edit-label = { $field }, dans vos mots
web-save-edit = Enregistrer ma version
web-reject = Rejeter
web-why-reject = Pourquoi ? (facultatif)
web-why-edit = Si vous changez quelque chose, pourquoi ? (facultatif)
web-why-not-said = Sans préciser
web-confirm-reject = Confirmer le rejet
web-about-theme = (thème « { $part } »)
web-said-by-keyword = Dit par un mot-clé de la fiche
web-said-around = { $count ->
    [1] Dit par les mots-clés d’un jeu de données voisin
   *[other] Dit par les mots-clés de { NUMBER($count) } jeux de données voisins
}
web-themes-legend = Thèmes à retenir
web-add-theme = Ajouter un autre thème
web-no-other-theme = Aucun autre
web-accept-themes = Accepter les thèmes choisis
web-choices-legend-keywords = Mots-clés à retenir
web-choices-how = Décochez ce que vous ne gardez pas. Pour changer un mot, corrigez-le dans son champ.
web-choices-keep = Garder « { $value } »
web-choices-change = Changer « { $value } »
web-choices-instead = À la place de « { $value } ».
web-choices-yours = Ajouté par vous.
web-choices-add-keywords = Ajouter vos propres mots-clés
web-choices-add = Ajouter
web-choices-add-hint = Séparés par des virgules.
web-choices-accept-keywords = Accepter les mots-clés cochés
web-choices-updated = Liste mise à jour, pas encore enregistrée. Cases cochées : { NUMBER($count) }.
web-choices-refused = { $count ->
    [1] Rien n’est enregistré : une entrée est à corriger.
   *[other] Rien n’est enregistré : { NUMBER($count) } entrées sont à corriger.
 }
web-choices-twice = « { $value } » est déjà dans cette liste.
web-choices-present = « { $value } » est déjà dans la fiche.
web-choices-personal = « { $masked } » : ce que vous avez écrit contenait une donnée personnelle, qui n’a pas été gardée.
web-options = Mots-clés du catalogue
web-options-how = Ceux du catalogue s’affichent pendant que vous écrivez : les flèches choisissent, Entrée prend.
web-options-count = { $count ->
    [0] Aucun mot-clé du catalogue ne commence ainsi.
    [one] 1 mot-clé du catalogue à choisir.
   *[other] { NUMBER($count) } mots-clés du catalogue à choisir.
 }
web-uses-count = { $count ->
    [0] Aucun jeu de données ne le porte
    [one] 1 jeu de données
   *[other] { NUMBER($count) } jeux de données
 }
web-your-value = Votre texte n’a pas été enregistré. Le voici, pour le reprendre :
web-heading-withheld = Éclaireur préfère ne rien proposer
web-heading-failed = La proposition n’a pas pu être calculée
web-heading-stale = La fiche a changé depuis la proposition
web-heading-requested = La proposition n’est pas encore calculée
web-explained-failed = Un défaut d’Éclaireur, pas de votre fiche, qui n’a pas été touchée.
web-explained-stale = L’ancienne proposition ne tient plus. Demandez-en une nouvelle, calculée sur la fiche d’aujourd’hui.
web-explained-requested = Le calcul a été interrompu. Demandez-la de nouveau.
web-withheld-published = Ce que vous pouvez faire : une fiche publiée se modifie sur le portail, pas ici. Complétez-la là-bas, puis importez de nouveau le catalogue : vous pourrez redemander une proposition.
web-withheld-draft = Ce que vous pouvez faire : modifier la fiche ici, puis redemander une proposition.
web-decided-accepted = Acceptée telle quelle le { DATETIME($day, dateStyle: "long") }
web-decided-edited = Acceptée dans vos mots le { DATETIME($day, dateStyle: "long") }
web-decided-rejected = Rejetée le { DATETIME($day, dateStyle: "long") }
web-fate-accepted = Cette valeur sera dans l’export, avec sa provenance.
web-fate-edited = Cette valeur sera dans l’export, avec sa provenance.
web-fate-rejected = Rien de cette proposition ne sera dans l’export.
web-decided-outdated = La fiche a changé depuis cette décision. Relisez-la, ou annulez pour demander une nouvelle proposition.
web-choices-form-keywords = Le portail enregistre les mots-clés en minuscules, sans accents ni espaces.
web-undo = Annuler la décision
web-history = Historique
web-history-nobody = L’historique garde le jour et ce qui s’est passé ; il ne dit jamais qui.
web-suggestion-number = Proposition n° { $number }
web-event-requested = Proposition demandée
web-event-proposed = Proposition faite
web-event-withheld = Pas de proposition
web-event-failed = Échec du calcul
web-event-accepted = Acceptée
web-event-edited = Modifiée
web-event-rejected = Rejetée
web-event-stale = Périmée : la fiche a changé
web-event-undone = Décision annulée
web-announce-requested = { $field } : calcul interrompu.
web-announce-proposed = { $field } : une proposition est à relire.
web-announce-withheld = { $field } : pas de proposition.
web-announce-failed = { $field } : échec du calcul.
web-announce-accepted = { $field } : proposition acceptée.
web-announce-edited = { $field } : votre version est enregistrée.
web-announce-rejected = { $field } : proposition rejetée.
web-announce-stale = { $field } : proposition périmée.

web-export-catalogue = Exporter le catalogue
web-export-dataset = Exporter cette fiche
web-export-explained = L’export contient les fiches publiées et les seules valeurs acceptées ou modifiées, chacune avec sa provenance.
web-format-json = JSON
web-format-jsonl = JSON Lines
web-format-csv = CSV
web-format-dcat = DCAT (JSON-LD)
web-format-dcat-turtle = DCAT (Turtle)

web-draft-new = Décrire un nouveau jeu de données
web-draft-intro = Collez ou écrivez une fiche pour y travailler sans rien importer. Elle reste sur cette machine, et elle est supprimée au bout de 24 heures si vous ne l’ajoutez pas au catalogue. Les données personnelles y sont masquées avant d’être gardées.
web-vanished-banner = Disparu de sa source.
web-vanished-since = Elle ne le contenait plus le { DATETIME($day, dateStyle: "long") }. Il est gardé ici avec ses décisions, et rien n’est proposé pour lui tant qu’il n’y revient pas.
web-ask-vanished = Rien n’est proposé pour ce jeu de données tant que sa source ne le contient plus. Un nouvel import qui l’y retrouve rendra le bouton.
web-draft-banner = Brouillon, hors du catalogue.
web-draft-expiry = Il sera supprimé le { DATETIME($day, dateStyle: "long", timeStyle: "short") } (UTC) si vous ne l’ajoutez pas au catalogue. Gardez l’adresse de cette page : c’est le seul chemin pour y revenir.
web-draft-edit = Modifier la fiche
web-draft-keep = Ajouter au catalogue
web-draft-start = Travailler sur cette fiche
web-draft-save = Enregistrer la fiche
web-draft-hint-description = Ce que sont les données, leur source, leur territoire, leur période. Le Markdown et le HTML sont lus.
web-draft-hint-short_description = Laissez vide pour en demander une.
web-draft-hint-keywords = Séparés par des virgules. Laissez vide pour en demander.
web-required = (obligatoire)
web-cancel = Annuler
web-file-title = Ou ouvrir un fichier de métadonnées
web-file-intro = Un fichier JSON, JSON Lines, ou le CSV d’un catalogue, de 5 Mo au plus. Les 20 premières fiches sont ouvertes comme brouillons.
web-file-label = Fichier
web-file-open = Ouvrir le fichier
web-opened-title = Fiches ouvertes
web-opened-heading = { $count ->
    [one] { NUMBER($count) } fiche ouverte
   *[other] { NUMBER($count) } fiches ouvertes
 }
web-opened-intro = Chacune est un brouillon, supprimé au bout de 24 heures. Gardez l’adresse de celles auxquelles vous voulez revenir : rien ne les liste.
web-opened-more = Le fichier contient d’autres fiches, qui n’ont pas été ouvertes. Importez-le en entier avec la commande « eclaireur catalogue import ».

web-error-title = Erreur { $status }
web-error-kicker = Erreur { $status }
web-error-heading = Cela n’a pas marché
web-error-400 = La demande est illisible. Revenez à la page précédente et recommencez.
web-error-401 = Pour cela, il faut se connecter. Rien n’a été enregistré.
web-error-403 = Cette demande ne vient pas d’une page d’Éclaireur, ou la page est ouverte depuis trop longtemps. Rien n’a été enregistré. Rechargez la page et recommencez.
web-error-404 = Il n’y a rien à cette adresse. Elle est peut-être mal recopiée, ou le brouillon qu’elle désignait a été supprimé.
web-error-405 = Cette adresse ne se consulte pas : elle sert à enregistrer. Revenez à la fiche.
web-error-408 = L’envoi a pris trop de temps et a été arrêté. Rien n’a été enregistré. Recommencez.
web-error-413 = C’est trop volumineux : 5 Mo au plus. Pour un catalogue entier, utilisez la commande « eclaireur catalogue import ».
web-error-422 = Une des valeurs de l’adresse n’est pas de celles attendues. Repartez du catalogue.
web-error-429 = Trop de réponses en peu de temps depuis cette machine. Celle-ci n’est pas comptée. Recommencez dans une minute.
web-error-431 = Les en-têtes de la demande sont trop longs. Rien n’a été enregistré. Effacez les cookies de cette adresse et recommencez.
web-error-500 = Éclaireur a rencontré un défaut. Rien n’a été enregistré. Recommencez ; si cela persiste, son journal dit où.
web-error-503 = Trop de demandes sont en cours à la fois. Rien n’a été enregistré. Recommencez dans quelques secondes.
web-error-suggestion-not-found = Cette proposition n’existe pas, ou plus : elle a pu être supprimée avec son brouillon.
web-error-transition-refused = Cette décision n’est pas possible dans l’état où se trouve cette proposition. Relisez-la.
web-error-already-decided = Cette proposition a déjà reçu une décision, montrée ici. Pour en prendre une autre, annulez-la d’abord.
web-error-suggestion-stale = La fiche a changé depuis cette proposition. Demandez-en une nouvelle.
web-error-not-open-to-decision = Cette proposition ne contient rien à décider.
web-error-nothing-to-undo = Il n’y a aucune décision à annuler sur cette proposition.
web-error-decided-meanwhile = Cette proposition a changé pendant que vous décidiez. Relisez-la.
web-error-suggested-meanwhile = Quelqu’un d’autre a demandé cette proposition au même moment. Rechargez la page.
web-error-unknown-catalogue-format = { $place } ne contient pas de fiche, mais semble contenir des données. Éclaireur lit la description d’un jeu de données (titre, description, producteur…), pas les données elles-mêmes : remplissez le formulaire ci-dessous, ou ouvrez l’export du catalogue d’un portail, en JSON, en JSON Lines ou en CSV aux colonnes de data.gouv.fr.
web-back-to-catalogue = Revenir au catalogue

error-sign-in-missing = { $host } est visible d’autres machines : il faut que les personnes s’y connectent. Déclarez [sign_in] dans eclaireur.toml (docs/sign-in.md), ou utilisez 127.0.0.1.
error-address-taken = Rien ne peut écouter sur { $host }, port { $port } : { $problem }. Choisissez un autre port.
error-draft-too-long = Un brouillon a { $maximum } caractères au plus, tous champs réunis ; celui-ci en a { $length }. Raccourcissez sa description, ou importez la fiche avec « eclaireur catalogue import ».
error-title-missing = Un jeu de données a besoin d’un titre. Dites en quelques mots ce que sont les données.
error-file-missing = Aucun fichier n’a été choisi.

frequency-unknown = Inconnue
frequency-punctual = Ponctuelle
frequency-continuous = En continu
frequency-hourly = Toutes les heures
frequency-fourTimesADay = Quatre fois par jour
frequency-threeTimesADay = Trois fois par jour
frequency-semidaily = Deux fois par jour
frequency-daily = Quotidienne
frequency-fourTimesAWeek = Quatre fois par semaine
frequency-threeTimesAWeek = Trois fois par semaine
frequency-semiweekly = Deux fois par semaine
frequency-weekly = Hebdomadaire
frequency-biweekly = Toutes les deux semaines
frequency-threeTimesAMonth = Trois fois par mois
frequency-semimonthly = Deux fois par mois
frequency-monthly = Mensuelle
frequency-bimonthly = Tous les deux mois
frequency-quarterly = Trimestrielle
frequency-threeTimesAYear = Trois fois par an
frequency-semiannual = Semestrielle
frequency-annual = Annuelle
frequency-biennial = Tous les deux ans
frequency-triennial = Tous les trois ans
frequency-quinquennial = Tous les cinq ans
frequency-irregular = Irrégulière

web-ledger-title = Registre des consommations
web-ledger-intro = Ce que les propositions ont coûté ici, ce qui a été évité, et ce qui reste permis aujourd’hui. Ce que personne ne connaît n’est dans aucune somme : inconnu n’est pas zéro.
web-ledger-link = Registre des consommations
web-workshop-link = Mots-clés du portail
web-workshop-title = Mots-clés du portail
web-workshop-intro = Pour l’exploitant : le modèle qui classe les mots-clés proposés, et les vocabulaires contrôlés. Ce qui change ici sert dès la proposition suivante, sans redémarrage.
web-workshop-ranker = Le modèle qui classe les mots-clés
web-workshop-serving = Celui qui sert a été appris de { NUMBER($datasets) } jeux de données (version { $version }).
web-workshop-then = À son entraînement, sa justesse (F1) était de { NUMBER($known, minimumFractionDigits: 3, maximumFractionDigits: 3) } pour les producteurs qui ont d’autres jeux de données, de { NUMBER($unseen, minimumFractionDigits: 3, maximumFractionDigits: 3) } pour les autres.
web-workshop-how = L’entraînement apprend du catalogue importé ici. Un producteur sur cinq est tenu à l’écart : le nouveau modèle y est comparé à celui qui sert, et ne le remplace que s’il n’est pas moins bon. Deux à trois minutes pour 50 000 jeux de données, à basse priorité ; l’entraînement s’arrête si le serveur s’arrête.
web-workshop-train = Entraîner sur ce catalogue
web-workshop-evaluate = Mesurer celui qui sert
web-workshop-train-under_way = Entraînement en cours.
web-workshop-train-done = Entraînement terminé.
web-workshop-train-failed = L’entraînement a échoué.
web-workshop-train-stopped = L’entraînement s’est arrêté avant la fin.
web-workshop-evaluate-under_way = Mesure en cours.
web-workshop-evaluate-done = Mesure terminée.
web-workshop-evaluate-failed = La mesure a échoué.
web-workshop-evaluate-stopped = La mesure s’est arrêtée avant la fin.
web-workshop-began = Commencé le { DATETIME($moment, dateStyle: "long", timeStyle: "short") } (UTC).
web-workshop-reading = Lecture du catalogue…
web-workshop-progress = Jeux de données examinés : { NUMBER($datasets) }.
web-workshop-meanwhile = Vous pouvez fermer cette page : le travail continue, et chacun peut le suivre ici. Le modèle en place continue de servir.
web-workshop-reload = Actualiser
web-workshop-stopped = Le serveur, ou la commande, s’est arrêté en chemin. Rien n’a changé : le modèle qui servait sert toujours.
web-workshop-kept = Le nouveau modèle n’est pas moins bon : il sert désormais.
web-workshop-refused = Le nouveau modèle est moins bon : il est écarté, et celui qui servait sert toujours.
web-workshop-figures = Justesse (F1 des cinq premiers mots-clés, comparés exactement à ceux du producteur) sur { $records ->
    [one] { NUMBER($records) } jeu de données tenu à l’écart
   *[other] { NUMBER($records) } jeux de données tenus à l’écart
 }
web-workshop-known = Producteur qui a d’autres jeux de données
web-workshop-unseen = Producteur qui n’en a pas d’autre
web-workshop-former = En place auparavant ({ $version })
web-workshop-new = Nouveau ({ $version })
web-workshop-in-place = En place ({ $version })
web-workshop-f1 = { NUMBER($value, minimumFractionDigits: 3, maximumFractionDigits: 3) }
web-workshop-nothing-aside = Aucun jeu de données n’est tenu à l’écart dans ce catalogue : il est trop petit pour mesurer.
web-workshop-took = { NUMBER($seconds) } s, { NUMBER($examples) } exemples.
web-vocabularies = Vocabulaires contrôlés
web-vocabularies-intro = Quand le titre ou la description d’une fiche nomme un de leurs concepts, celui-ci peut être proposé comme mot-clé, avec le passage, le concept et son adresse.
web-vocabularies-caption = Vocabulaires ajoutés
web-vocabularies-head-name = Nom
web-vocabularies-head-concepts = Concepts
web-vocabularies-head-labels = Libellés
web-vocabularies-head-placed = Concepts sous un autre
web-vocabularies-add = Ajouter un vocabulaire
web-vocabularies-file-hint = SKOS en RDF/XML, Turtle ou JSON-LD, ou JSON Lines, compressé par gzip ou non, de 5 Mo au plus. Au-delà, utilisez la commande « eclaireur vocabulary add ».
web-vocabularies-name = Nom (facultatif)
web-vocabularies-name-hint = Sans nom, celui du fichier. Un vocabulaire de même nom est remplacé.
web-vocabularies-add-button = Ajouter ce vocabulaire
web-error-wrong-vocabulary-name = Un vocabulaire ne peut pas s’appeler « { $name } » : donnez-lui un nom de { $minimum } à { $maximum } caractères.
web-ledger-empty = Ce registre se remplit dès la première proposition, avec ou sans modèle de langage.
web-ledger-spent = Ce qui a été dépensé
web-ledger-saved = Ce qui a été évité
web-ledger-saved-how = Une réponse du cache évite ce qu’elle avait coûté la première fois. Une proposition sans modèle évite ce qu’un modèle dépense en moyenne pour ce champ ; sans appel dont l’énergie soit connue, cela reste inconnu.
web-ledger-known = Comment l’énergie est connue
web-ledger-how-reported = Le serveur du modèle la donne, avec chaque réponse.
web-ledger-how-estimated = Méthode EcoLogits, d’après la taille déclarée du modèle, les jetons écrits et l’électricité du pays ; centre de données supposé d’efficacité { NUMBER($pue) } (PUE). Les résultats varient d’un facteur dix selon les hypothèses.
web-ledger-how-cpu_time = Méthodes sans modèle : temps de processeur, à { NUMBER($watts) } W par cœur et un PUE de { NUMBER($pue) }, supposés. Ordre de grandeur seulement ; les émissions restent inconnues.
web-ledger-how-unknown = Ni le serveur ni la déclaration du modèle ne permettent de la connaître. Ces appels sont comptés à part.
web-ledger-limits = Aujourd’hui
web-ledger-no-budget = Aucune limite par jour n’est fixée.
web-ledger-all-fields = Tous les champs ensemble
web-ledger-nothing-left = rien
web-ledger-resource-requests = Demandes aux modèles
web-ledger-resource-tokens = Jetons
web-ledger-resource-energy_wh = Énergie (Wh)
web-ledger-everybody = tous
web-ledger-refusals = Envois refusés
web-ledger-no-refusal = Depuis son démarrage, ce serveur n’a refusé d’envoyer aucune requête.
web-ledger-problem-undeclared = destination non déclarée
web-ledger-problem-not-private = déclarée sur ce réseau, mène ailleurs
web-ledger-problem-not-public = mène à une machine de ce réseau, ou à rien
web-ledger-problem-redirect = renvoie à une autre adresse
web-ledger-problem-unreadable = adresse illisible
web-ledger-json-before = Les mêmes chiffres, pour les programmes :
ledger-few = moins de { NUMBER($threshold) }
ledger-untold = non publiée
web-ledger-none-retained = aucune retenue
web-ledger-model = Modèle { $model }
web-ledger-left-out = { $count ->
    [one] { NUMBER($count) } appel inconnu
   *[other] { NUMBER($count) } appels inconnus
 }
web-ledger-seconds = { NUMBER($seconds, maximumFractionDigits: 1) } s
web-ledger-more-days = Les { NUMBER($count) } dernières lignes seulement ; l’API les donne toutes.
web-ledger-caption-tasks = Dépensé, par champ
web-ledger-caption-makers = Dépensé, par méthode et par modèle
web-ledger-caption-days = Dépensé, par jour
web-ledger-caption-saved = Évité, par champ
web-ledger-caption-budgets = Limites du jour
web-ledger-caption-switches = Ce qui est désactivé
web-ledger-caption-refusals = Depuis le démarrage de ce serveur
web-ledger-head-field = Champ
web-ledger-head-asked = Appels de modèles
web-ledger-head-tokens = Jetons
web-ledger-head-energy = Énergie
web-ledger-head-carbon = Émissions
web-ledger-head-embedded = Énergie des méthodes sans modèle
web-ledger-head-retained = Propositions retenues
web-ledger-head-per-retained = Énergie des modèles par proposition retenue
web-ledger-head-maker = Méthode ou modèle
web-ledger-head-calls = Appels
web-ledger-head-failed = Échecs
web-ledger-head-duration = Durée
web-ledger-head-source = Énergie connue comment
web-ledger-head-day = Jour
web-ledger-head-cached = Réponses du cache
web-ledger-head-cache-energy = Énergie évitée par le cache
web-ledger-head-frugal = Propositions sans modèle
web-ledger-head-frugal-energy = Énergie évitée sans modèle
web-ledger-head-resource = Ressource
web-ledger-head-limit = Limite
web-ledger-head-spent = Dépensé
web-ledger-head-left = Reste
web-ledger-head-off = Désactivé
web-ledger-head-name = Nom
web-ledger-head-for = Pour
web-ledger-head-origin = Destination
web-ledger-head-problem = Raison
web-ledger-head-count = Requêtes

## Recherche

cli-section-find = Trouver
cli-search = Cherche un jeu de données : des mots, une question, un lieu, une organisation.
cli-search-batch = Un fichier JSON Lines de demandes query (« - » : l’entrée standard) ; répond query, results, dans l’ordre.
cli-search-limit = Le nombre de résultats, 20 sans cette option, 100 au plus.
cli-search-organisation = Ceux de cette organisation.
cli-search-format = Ceux qui ont un fichier de ce format.
cli-search-license = Ceux qui sont sous cette licence.
cli-search-place = Ceux qui couvrent ce territoire.
cli-search-since = Ceux dont les données concernent cette année ou les suivantes.
cli-search-until = Ceux dont les données concernent cette année ou les précédentes.
cli-search-lacking = Ceux à qui ceci manque, décisions comprises.
cli-search-order = L’ordre : relevance (pertinence, sans cette option), recent, usage.
cli-search-offset = Le nombre de résultats à passer, 1 000 au plus.
search-total = { $count ->
    [one] { NUMBER($count) } jeu de données
   *[other] { NUMBER($count) } jeux de données
 }
cli-metavar-year = ANNÉE
cli-search-progress = Recherches
usage-search = Donnez un TEXTE, ou --batch FICHIER.
search-corrected = Aussi cherché : { $words }.
search-nothing = Rien ne répond à cette recherche. Essayez moins de mots, ou d’autres.
search-why-title = Dans le titre : { $words }
search-why-labels = Dans les mots-clés ou le sigle : { $words }
search-why-publisher = Dans le nom de l’organisation : { $words }
search-why-description = Dans la description : { $words }
search-why-spelling = Orthographe rapprochée : { $words }
search-why-meaning = De sens voisin : { $words }
search-why-distant = Lien lointain : { $words }
search-near = « { $said } » pour « { $word } »
search-why-usage = Très consulté
error-search-index-unreadable = L’index de recherche de { $place } est illisible : { $problem }. Il sera refait.
error-search-index-unwritable = L’index de recherche de { $place } ne peut pas être écrit : { system-problem }

## Audit

cli-audit = Vérifie que cette installation tient ses engagements, preuves à l’appui ; aucun serveur n’est nécessaire.

    Le code de sortie est 7 si une vérification échoue. « Sans objet » n’est pas un échec : il n’y a encore ni modèle, ni sauvegarde, ni journal à vérifier.
cli-audit-log = Un fichier journal à relire aussi ; ceux du dossier de données le sont toujours. Peut être répété.
audit-verdict =
    { $verdict ->
        [passed] réussi
        [failed] ÉCHEC
       *[not-applicable] sans objet
    }
audit-summary =
    { $failed ->
        [0] Aucun échec sur { NUMBER($checks) } vérifications.
        [one] Un échec sur { NUMBER($checks) } vérifications.
       *[other] { NUMBER($failed) } échecs sur { NUMBER($checks) } vérifications.
    }
audit-decisions = Rien n’est exporté qu’une personne n’ait décidé
audit-schema = Aucune table n’a de place pour une personne
audit-masking = Les données personnelles sont masquées avant tout modèle
audit-logs = Les journaux ne parlent de personne
audit-retention = Rien n’est gardé plus longtemps qu’annoncé
audit-models = Chaque modèle respecte la politique
audit-destinations = Rien n’est envoyé ailleurs qu’aux destinations déclarées
audit-pages = Les pages ne chargent rien d’ailleurs
audit-budgets = Les budgets sont tenus
audit-backups = Une sauvegarde récente peut être relue
reason-audit-values-traced = { NUMBER($values) } valeurs retenues. Propositions dont les événements ne mènent pas à leur état : { NUMBER($stray) }. Jeux de données modifiés à la main : { NUMBER($altered) }. Valeurs écrites sur des portails : { NUMBER($sent) }, dont sans décision : { NUMBER($undecided) }.
reason-audit-suggestion-stray = Les événements de la proposition { $name } ne mènent pas à son état.
reason-audit-dataset-altered = Le contenu du jeu de données { $name } a été modifié dans la base, hors d’Éclaireur.
reason-audit-columns-read = { NUMBER($columns) } colonnes lues, dans { NUMBER($tables) } tables de { NUMBER($databases) } bases.
reason-audit-column-filled = Une colonne qui doit rester vide ne l’est pas dans { NUMBER($rows) } lignes : { $name } de la table { $table }, base { $database }.
reason-audit-column-person = Une place pour une personne : la colonne { $name } de la table { $table }, base { $database }.
reason-audit-column-unknown = Une colonne qu’Éclaireur n’a pas créée : { $name } de la table { $table }, base { $database }.
reason-audit-masked = { NUMBER($kinds) } données personnelles inventées, montrées aux questions de { NUMBER($tasks) } tâches et à ce que l’on tape : aucune ne doit ressortir.
reason-audit-personal-data-shown =
    { $where ->
        [model] La donnée personnelle inventée nº { $number } atteint le modèle.
       *[typed] La donnée personnelle inventée nº { $number } reste dans un texte tapé.
    }
reason-audit-model-not-asked = L’essai n’a rien montré au modèle : le masquage n’est pas prouvé.
reason-audit-no-log = Aucun journal dans le dossier de données, et aucun n’est donné avec --log.
reason-audit-logs-read = { NUMBER($lines) } lignes relues dans { NUMBER($files) } journaux : { NUMBER($found) } données personnelles.
reason-audit-personal-data-logged = { $file }, ligne { NUMBER($line) } : { $kind }.
reason-audit-drafts-due =
    { $drafts ->
        [0] Aucun brouillon n’est resté après son échéance.
        [one] Un brouillon est resté après son échéance : ouvrez l’installation, qui l’effacera.
       *[other] { NUMBER($drafts) } brouillons sont restés après leur échéance : ouvrez l’installation, qui les effacera.
    }
reason-audit-model-undeclared = Le modèle { $model } a été appelé aujourd’hui, et n’est pas déclaré.
reason-audit-model-outside-policy = La politique refuse le modèle { $model } ({ $problem }).
reason-audit-model-declared = { $model } : exploité par { $operator } ({ $country }), poids { $weights }, licence { $licence }.
reason-audit-no-model = Aucun modèle n’est déclaré.
reason-audit-destination = Destination déclarée : { $origin }.
reason-audit-no-destination = Aucune destination n’est déclarée dans la configuration.
reason-audit-departures = Depuis le début : { NUMBER($sent) } requêtes parties, { NUMBER($refused) } refusées à la sortie.
reason-audit-undeclared-departure = { NUMBER($count) } requêtes parties vers { $origin }, que rien ne déclarait ce jour-là.
reason-audit-undeclared-refused = Un envoi d’essai vers une adresse non déclarée est refusé.
reason-audit-page-third-party = { $file } charge { $address }.
reason-audit-content-policy = La politique de contenu des pages laisse passer { $source }.
reason-audit-pages-read = { NUMBER($files) } gabarits, feuilles de style et scripts relus.
reason-audit-meter-differs = Ce que lisent les budgets pour { $task } n’est pas ce que dit le compteur.
reason-audit-budget-passed = Limite dépassée ({ $task }, { $resource }) : { NUMBER($spent) } pour { NUMBER($limit) }.
reason-audit-budget-kept = Limite tenue ({ $task }, { $resource }) : { NUMBER($spent) } sur { NUMBER($limit) }.
reason-audit-no-budget = Aucune limite n’est fixée ; le compteur et les budgets disent la même chose.
reason-audit-backups-undeclared = La configuration ne dit pas où sont les sauvegardes ([backups] directory).
reason-audit-no-backup = Aucune sauvegarde dans { $place }.
reason-audit-backup-old = { $file } a { NUMBER($days) } jours, pour { NUMBER($limit) } au plus.
reason-audit-backup-broken = { $file } ne peut pas être relue : { $problem }.
reason-audit-backup-recent = { $file }, { NUMBER($days) } jours, relue en entier.
error-log-unreadable = Le journal { $place } est illisible : { $problem }.

## Apprentissage

cli-learning = Dit ce que les personnes ont fait des propositions, par tâche, version, méthode et modèle, et ce que chacune a coûté.

    Les parts ont leur intervalle à 95 % : Wilson pour les décisions, bootstrap pour l’ampleur des modifications.
cli-learning-since = À partir de ce jour.
cli-learning-until = Jusqu’à ce jour inclus.
cli-learning-threshold = En dessous de ce nombre, rien n’est dit des décisions ni des raisons ({ NUMBER($default) } sans cette option).
cli-metavar-number = NOMBRE
learning-empty = Rien n’a encore été proposé.
learning-nobody = sans méthode
learning-maker = { $field } : { $maker } (version { $version })
learning-proposed = { $count ->
    [0] Aucune proposition
    [one] Une proposition
   *[other] { NUMBER($count) } propositions
}
learning-too-few = Moins de { NUMBER($threshold) } décisions : elles ne sont pas publiées.
learning-decided = { $count ->
    [1] Une décision
   *[other] { NUMBER($count) } décisions
} : { NUMBER($accepted) } acceptées, { NUMBER($edited) } modifiées, { NUMBER($rejected) } rejetées.
learning-as-is = Acceptées telles quelles : { NUMBER($value, style: "percent") } (de { NUMBER($low, style: "percent") } à { NUMBER($high, style: "percent") })
learning-retained = Retenues : { NUMBER($value, style: "percent") } (de { NUMBER($low, style: "percent") } à { NUMBER($high, style: "percent") })
learning-distance = Ampleur des modifications : { NUMBER($value, style: "percent") } (de { NUMBER($low, style: "percent") } à { NUMBER($high, style: "percent") })
learning-why = { $reason } : { NUMBER($count) }
learning-withheld = Rien de proposé ({ $code }) : { NUMBER($count) }
learning-failed = Échec ({ $code }) : { NUMBER($count) }
learning-energy = Énergie par proposition retenue : { $energy }

## Essais

cli-metavar-day = AAAA-MM-JJ
cli-trial = Compare en usage réel plusieurs façons de proposer un même champ.

    Chaque enregistrement a sa variante, quelle que soit la personne. Le test reste juste aussi souvent qu’on le regarde (mSPRT, Johari et al., 2017) : il peut arrêter tôt sans tricher.
cli-trial-start = Déclare un essai, qui commence aujourd’hui.
cli-trial-list = Montre chaque essai et ce qu’il apprend.
cli-trial-show = Montre ce qu’un essai apprend.
cli-trial-stop = Termine un essai avant la date prévue.
cli-trial-variant = Une méthode de la tâche, ou un modèle par le nom de sa déclaration ; l’option se répète. « eclaireur models » les montre.
cli-trial-until = Le dernier jour, annoncé au départ.
cli-trial-minimum = Les décisions qu’il faut à chaque variante avant toute conclusion ({ NUMBER($fewest) } au moins).
trial-none = Aucun essai n’a été déclaré.
trial-title = { $name } ({ $field }), { $over ->
    [yes] terminé le { $day }
   *[no] jusqu’au { $day }
}
trial-variant = { $variant } : { NUMBER($proposed) } propositions
trial-few-decisions = , trop peu de décisions pour les publier.
trial-decisions = , { NUMBER($count) } décisions.
trial-too-few = Trop tôt pour conclure : il faut { NUMBER($minimum) } décisions à chaque variante.
trial-no-difference = Aucune différence constatée (p = { NUMBER($p, maximumFractionDigits: 3) }).
trial-difference = { $better } est accepté tel quel plus souvent (p = { NUMBER($p, maximumFractionDigits: 3) }).
error-campaign-not-found = Aucune campagne n’a la clé { $campaign }. Affichez leur liste, ou commencez-en une.
error-no-campaign = Il n’y a aucune campagne. Commencez-en une avec « eclaireur campaign start ».
error-campaign-cancelled = La campagne { $campaign } a été annulée : elle ne reprend pas. Commencez-en une autre.
error-campaign-paused = La campagne { $campaign } est en pause. Reprenez-la avec « eclaireur campaign resume ».
error-campaign-stopped = La campagne s’est arrêtée avant sa fin : { $why ->
    [budget-spent] le budget du jour est dépensé
    [model-resting] le modèle ne répond plus
    [model-busy] le modèle est trop occupé
    [model-server-failed] le serveur du modèle est en panne
    [host-unreachable] le serveur du modèle est injoignable
    [answer-cut-short] le serveur du modèle coupe ses réponses
    [model-key-refused] le serveur du modèle refuse la clé
    [model-not-served] le serveur ne sert pas ce modèle
    [egress-refused] la seule voie vers l’extérieur refuse cette destination
    [stuck] certains lots échouent chaque fois ; le journal dit pourquoi
   *[other] { $why }
}. { $left } fiches attendent. Reprenez plus tard avec « eclaireur campaign resume ».
error-nothing-selected = Aucune fiche du catalogue ne répond à : { $selection }. Rien n’est commencé.
error-unknown-term = La sélection dit { $term }, qui n’est pas un terme. Il y a : manquant, organisation=…, format=…, licence=…, mot-clé=…, theme=…, modifié après JOUR, modifié avant JOUR, créé après JOUR, créé avant JOUR.
error-wrong-day = La sélection dit { $day } là où il faut un jour, comme 2024-01-31.
error-unclosed-quote = La sélection ouvre un guillemet sans le fermer : { $text }.
error-trial-exists = Un essai s’appelle déjà { $trial }. Donnez-lui un autre nom.
error-trial-overlaps = L’essai { $trial } compare déjà des méthodes pour { $field } ces jours-ci. Un seul à la fois.
error-trial-not-found = Aucun essai ne s’appelle { $trial }. Il y a : { $known }.
error-trial-over = L’essai { $trial } est terminé.
error-trial-variant-unknown = { $variant } n’est pas une méthode de { $field }. Il y a : { $known }.
error-trial-dates = Un essai se termine après le jour où il commence ({ $day }).
error-trial-variants = Un essai compare de deux à huit variantes, chacune une fois.
error-trial-name = Le nom d’un essai s’écrit en minuscules, chiffres et tirets, 63 au plus.

## Campagnes

cli-campaign = Propose un champ pour beaucoup de fiches, que des personnes relisent ensuite.
cli-metavar-selection = SÉLECTION
cli-metavar-campaign = CAMPAGNE
cli-campaign-start =
    Choisit des fiches, dit ce que cela va coûter, demande, puis propose pour chacune.

    La campagne est enregistrée avant tout travail. On peut l’arrêter n’importe quand (Ctrl-C) et la reprendre avec « eclaireur campaign resume », qui sert aussi à ajouter un poste de travail.
cli-campaign-resume =
    Reprend une campagne, la dernière si rien n’est précisé, jusqu’au bout.

    Lancée pendant qu’elle avance déjà, la commande se joint au travail. Elle réussit aussitôt si tout est fait.
cli-campaign-status = Dit où en sont les fiches d’une campagne, la dernière si rien n’est précisé.
cli-campaign-list = Montre les campagnes, la dernière d’abord.
cli-campaign-pause = Met une campagne en pause ; ce qui est en cours se termine.
cli-campaign-cancel = Abandonne une campagne pour de bon ; ses propositions restent.
cli-campaign-select = Les fiches à traiter, par exemple « manquant, organisation=Ville de Valombreuse, modifié après 2024-01-01 » (manquant par défaut ; vide pour toutes).
cli-campaign-missing = manquant
cli-campaign-model = Le modèle qui propose, par le nom de sa déclaration ; sans cette option, la méthode sobre.
cli-campaign-limit = Au plus tant de fiches, celles qui comptent le plus.
cli-campaign-workers = Les processus qui se partagent le travail ; par défaut, un par processeur.
cli-campaign-yes = Commence sans demander.
cli-campaign-retry-failed = Essaie aussi de nouveau les fiches qui ont échoué.
cli-campaign-reading = Fiches lues
cli-campaign-progress = Fiches traitées
cli-campaign-ask = Commencer ? [o/N]
cli-campaign-not-begun = Rien n’est commencé.
cli-campaign-opened = Campagne { $campaign } ouverte. Ctrl-C l’arrête proprement.
cli-campaign-finished = Campagne terminée. Relisez les propositions : « eclaireur serve », puis /campaigns/{ $campaign }/review.
cli-campaign-interrupted = Arrêtée : { NUMBER($left) } fiches attendent. Reprenez avec « eclaireur campaign resume ».
cli-campaign-paused = Campagne { $campaign } en pause. Reprenez-la avec « eclaireur campaign resume ».
cli-campaign-cancelled = Campagne { $campaign } abandonnée. Ses propositions restent.

campaign-none = Aucune campagne.
campaign-title = { $campaign } : { $field }, { $day }{ $state ->
    [paused] , en pause
    [cancelled] , abandonnée
   *[running] { "" }
}
campaign-selection = Fiches choisies : { $selection }
campaign-every-record = toutes
campaign-model = Modèle : { $model }
campaign-progress = { NUMBER($total) } fiches : { NUMBER($pending) } à traiter, { NUMBER($proposed) } à relire, { NUMBER($withheld) } sans proposition, { NUMBER($failed) } en échec, { NUMBER($accepted) } acceptées, { NUMBER($edited) } modifiées, { NUMBER($rejected) } refusées, { NUMBER($stale) } périmées
campaign-estimate-records = { NUMBER($total) } fiches, dont { NUMBER($answered) } ont déjà une réponse ; { NUMBER($distinct) } textes différents à traiter
campaign-estimate-line = { $label ->
    [duration] Durée
    [requests] Requêtes
    [read] Jetons lus
    [written] Jetons écrits
    [energy] Énergie
   *[carbon] Émissions
} : { $value } ({ $how ->
    [nothing_asked] aucun modèle n’est interrogé
    [sample] d’après quelques fiches
    [ledger] d’après les appels déjà comptés pour ce modèle
    [prompt] d’après la longueur de ce qui serait demandé
   *[unknown] rien ne le dit
})
campaign-about = environ { NUMBER($amount) } { $unit ->
    [seconds] s
    [minutes] min
   *[hours] h
}

## Relecture d’une campagne

review-begun = { $selection }, campagne ouverte le { DATETIME($day, dateStyle: "long") }
review-title = Relecture : { $field }
review-list-hint = Propositions automatiques, expérimentales, à relire une à une.
review-order = Ordre
review-order-views = Les plus consultés
review-order-uncertain = Les moins sûrs
review-order-organisation = Par organisation
review-view = Présentation
review-view-one = Une à une
review-view-list = Liste
review-progress-label = Part décidée
review-progress = { $done ->
    [0] Aucune décidée sur { NUMBER($total) }.
    [1] Une décidée sur { NUMBER($total) }.
   *[other] { NUMBER($done) } décidées sur { NUMBER($total) }.
 }
review-retained = Gardées, telles quelles ou modifiées : { NUMBER($share, style: "percent") }.
review-being-made = Encore en préparation : { NUMBER($count) }.
review-pace = Sur cette page : { $count }, soit { $rate } à l’heure. À ce rythme, il reste { $left }.
review-done = Tout est décidé
review-done-hint = Plus aucune proposition de cette campagne n’attend. Une décision se reprend sur la page du jeu de données.
review-all-held = Rien de libre pour l’instant
review-all-held-hint = Ce qui reste est ouvert sur d’autres pages, qui le rendent au bout de cinq minutes sans activité.
review-look = Regarder de nouveau
review-record = Voir la fiche
review-new-tab = (nouvel onglet)
review-skipped = { $count ->
    [1] Déjà passée une fois
   *[other] Déjà passée { NUMBER($count) } fois
 }
review-vanished = Sa source ne contient plus ce jeu de données.
review-source = La fiche, telle que publiée
review-published-now = Publié dans le champ « { $field } » :
review-description = Description publiée de « { $title } »
review-marked = Surligné : ce que la proposition reprend.
review-why = Pourquoi ? C’est compté, sans garder sur quelle fiche.
review-skip = Passer
review-onward = Continuer
review-closed-accepted = Déjà acceptée
review-closed-edited = Déjà acceptée, dans d’autres mots
review-closed-rejected = Déjà rejetée
review-recorded-accepted = Acceptée : { $title }
review-recorded-edited = Acceptée dans vos mots : { $title }
review-recorded-rejected = Rejetée : { $title }
review-not-decided = Plus de décision sur : { $title }
review-second-counted = Second regard : { $title }. Cette proposition était déjà décidée ; votre avis mesure l’accord entre deux regards et ne change rien.
review-undo = Annuler
review-undone = { $count ->
    [0] Aucune décision annulée.
    [1] Décision annulée.
   *[other] { NUMBER($count) } décisions annulées.
 }
review-undo-group = { $count ->
    [1] Annuler cette décision
   *[other] Annuler ces { NUMBER($count) } décisions
 }
review-refusals = { $count ->
    [1] Une fiche a changé entre-temps et reste comme elle est :
   *[other] { NUMBER($count) } fiches ont changé entre-temps et restent comme elles sont :
 }
review-twin-elsewhere = quelqu’un d’autre l’a sous les yeux.
review-twins-offered = { $count ->
    [1] Une autre fiche de même modèle
   *[other] { NUMBER($count) } autres fiches de même modèle
 }
review-twins-title = Fiches de même modèle
review-twins-accepted = Vous avez accepté la proposition pour « { $title } ». Accepter aussi celles-ci, chacune dans ses mots ?
review-twins-edited = Vous avez réécrit la proposition pour « { $title } ». Ces fiches ont exactement la même proposition : y mettre votre texte ?
review-twins-rejected = Vous avez rejeté la proposition pour « { $title } ». Rejeter aussi celles-ci ?
review-twins-how = Chaque case est une décision, enregistrée à part. Les mots qui diffèrent sont marqués ; ce que la fiche ne soutient pas n’est pas coché.
review-twins-others = { $count ->
    [1] Une autre a une proposition différente : elle sera relue à part.
   *[other] { NUMBER($count) } autres ont une proposition différente : elles seront relues à part.
 }
review-twins-more = { $count ->
    [1] Une autre viendra ensuite.
   *[other] { NUMBER($count) } autres viendront ensuite.
 }
review-twins-none = Plus aucune fiche de ce modèle n’attend.
review-twins-undecided = La décision sur le modèle a été annulée : il n’y a rien à répéter.
review-twins-confirm = Confirmer pour les cases cochées
review-twins-confirm-accepted = Accepter les propositions cochées : { $number }
review-twins-confirm-edited = Mettre votre texte dans les fiches cochées : { $number }
review-twins-confirm-rejected = Rejeter les propositions cochées : { $number }
review-twins-done-accepted = { $count ->
    [0] Aucune proposition acceptée.
    [1] Une proposition acceptée.
   *[other] { NUMBER($count) } propositions acceptées.
 }
review-twins-done-edited = { $count ->
    [0] Votre texte n’est mis dans aucune fiche.
    [1] Votre texte est mis dans une fiche.
   *[other] Votre texte est mis dans { NUMBER($count) } fiches.
 }
review-twins-done-rejected = { $count ->
    [0] Aucune proposition rejetée.
    [1] Une proposition rejetée.
   *[other] { NUMBER($count) } propositions rejetées.
 }
review-back = Revenir à la relecture
review-sent-accept = Acceptée.
review-sent-edit = Votre version est envoyée.
review-sent-reject = Rejetée.
review-sent-skip = Passée.
review-sent-undo = Décision annulée.
review-waits = La suite arrive…
review-pending = Décisions en cours d’envoi : { $number }
review-unsent = Pas encore enregistrée, à renvoyer : { $title }.
review-refused = Pas enregistrée, et montrée de nouveau : { $title }.
review-retry = Envoyer de nouveau
review-nothing-to-undo = Aucune décision à annuler sur cette page.
review-help = Raccourcis, seconds regards et accord
review-shortcuts = Raccourcis d’une touche
review-key-accept = A
review-key-edit = M
review-key-reject = R
review-key-skip = P
review-key-undo = Z
review-key-next = S
review-key-before = D
review-key-twins = J
review-key-save = Ctrl + Entrée
review-key-close = Échap
review-does-accept = accepter
review-does-edit = modifier
review-does-reject = rejeter ; puis un chiffre dit pourquoi
review-does-skip = passer : elle revient à la fin
review-does-undo = annuler la dernière décision
review-does-next = suivante, dans la liste ou après un refus
review-does-before = précédente, dans la liste
review-does-twins = fiches de même modèle
review-does-save = enregistrer votre version
review-does-close = refermer
review-help-lease = Une fiche ouverte ici n’est montrée à personne d’autre. Une page sans activité la rend au bout de cinq minutes.
review-help-second = Une part des décisions ({ NUMBER($share, style: "percent") }) est montrée une seconde fois, sans le dire, à une autre page. L’avis mesure l’accord et ne change aucune décision.
review-quality-few = Trop peu de seconds regards pour publier un accord.
review-quality = { $count ->
    [1] Accord entre deux regards : { NUMBER($share, style: "percent") } (de { NUMBER($low, style: "percent") } à { NUMBER($high, style: "percent") }), sur { NUMBER($count) } fiche.
   *[other] Accord entre deux regards : { NUMBER($share, style: "percent") } (de { NUMBER($low, style: "percent") } à { NUMBER($high, style: "percent") }), sur { NUMBER($count) } fiches.
 } Si une seule personne relit, il dit sa constance.
review-kappa = Kappa de Cohen : { NUMBER($kappa, maximumFractionDigits: 2) }.

## Campagnes, sur les pages

error-wrong-limit = { $limit } n’est pas un nombre de fiches : donnez un nombre entier, 1 au moins, ou rien.

web-campaigns = Campagnes
web-campaigns-intro = Une campagne prépare en nombre les propositions d’un champ, pour les fiches que vous choisissez. Des personnes décident ensuite de chacune ; sans leur décision, rien ne change.
web-campaigns-listed = Les campagnes
web-campaigns-none = Aucune campagne pour l’instant. Préparez la première : vous verrez ce qu’elle demande avant de la lancer.
web-campaign-new = Préparer une campagne
web-campaign-operate = Préparer, suspendre ou abandonner une campagne demande le rôle « exploiter » pour toutes les organisations. Chacun peut voir où elles en sont.
web-campaign-title = Campagne : { $field }
web-campaign-field = Champ à proposer
web-campaign-selection = Fiches à traiter
web-campaign-selection-hint = Des termes séparés par des virgules, qui doivent tous convenir. Vide : toutes les fiches.
web-campaign-terms = Les termes, avec des exemples
web-campaign-term-colon = { " " }:
web-campaign-term-missing = manquant
web-campaign-term-means-missing = les fiches où le champ est vide.
web-campaign-term-organisation = manquant, organisation=Ville de Valombreuse
web-campaign-term-means-organisation = celles de cette organisation seulement.
web-campaign-term-two = format=csv, format=json
web-campaign-term-means-two = un terme répété : l’un ou l’autre.
web-campaign-term-dates = modifié après 2024-01-01, créé avant 2020-01-01
web-campaign-term-means-dates = selon leurs dates (année-mois-jour).
web-campaign-term-others = licence="Licence Ouverte, version 2.0", mot-clé=velo, thème=transport
web-campaign-term-means-others = entre guillemets, une valeur peut contenir une virgule.
web-campaign-term-means-all = Sans aucun terme, toutes les fiches sont choisies.
web-campaign-model = Qui propose
web-campaign-frugal = La méthode sobre, sans modèle de langage
web-campaign-model-hint = Un modèle n’est interrogé que dans les limites déclarées pour chaque jour.
web-campaign-limit = Nombre de fiches au plus (facultatif)
web-campaign-limit-hint = Les plus consultées d’abord.
web-campaign-estimate = Voir ce que cela demande
web-campaign-estimate-hint = Le catalogue est lu en entier : une minute peut-être, s’il compte des dizaines de milliers de fiches. Rien n’est enregistré, aucun modèle n’est interrogé.

web-campaign-estimate-title = Ce que la campagne demande
web-campaign-nothing-yet = Rien n’est lancé ni enregistré.
web-campaign-estimate-figures = Avant de lancer
web-campaign-estimate-caption = Ce qui est attendu, et d’où on le sait
web-campaign-figure-total = Fiches choisies
web-campaign-figure-answered = Dont déjà traitées
web-campaign-figure-distinct = Textes différents à traiter
web-campaign-figure-duration = Durée
web-campaign-figure-requests = Requêtes à un modèle
web-campaign-figure-read = Jetons lus
web-campaign-figure-written = Jetons écrits
web-campaign-figure-energy = Énergie
web-campaign-figure-carbon = Émissions
web-campaign-known = { $how ->
    [counted] compté dans le catalogue
    [nothing_asked] aucun modèle n’est interrogé
    [sample] d’après un essai sur quelques fiches
    [ledger] d’après les appels déjà comptés pour ce modèle
    [prompt] d’après la longueur de ce qui serait demandé
   *[unknown] rien ne le dit : ce n’est pas zéro
 }
web-campaign-about = environ { $amount ->
    [0] zéro
   *[other] { NUMBER($amount, maximumFractionDigits: 0) }
 } { $unit ->
    [seconds] s
    [minutes] min
   *[hours] h
 }
web-campaign-nothing-to-do = Toutes ces fiches ont déjà une réponse : il n’y aurait rien à calculer, et elles seraient prêtes à relire aussitôt.
web-campaign-unknown-hint = Ce qu’un modèle demande se sait après quelques appels. Ce qui est dépensé se lit, au fur et à mesure, dans le
web-campaign-changed = Le catalogue a changé depuis : il y a plus à faire que ce que vous aviez vu. Rien n’est lancé ; voici les nouveaux chiffres.
web-campaign-start = Lancer la campagne
web-campaign-start-hint = Elle est d’abord enregistrée, puis le travail commence, dans des processus à part. Vous pourrez la suspendre, la reprendre ou l’abandonner.
web-campaign-change = Changer la sélection

web-campaign-chosen = Fiches :
web-campaign-chosen-all = Toutes les fiches
web-campaign-by-model = Par le modèle { $model }.
web-campaign-by-method = Par la méthode sobre, sans modèle.
web-campaign-opened = Ouverte le { DATETIME($day, dateStyle: "long") }.
web-campaign-review = Propositions à relire : { NUMBER($count) }
web-campaign-review-now = Relire les propositions
web-campaign-tried = Fiches traitées : { NUMBER($tried) } sur { NUMBER($total) }
web-campaign-progress = Avancement
web-campaign-phase-beginning = Le travail commence
web-campaign-phase-means-beginning = Les processus démarrent : quelques secondes.
web-campaign-phase-under_way = En cours
web-campaign-phase-means-under_way = Vous pouvez fermer cette page : le travail continue. Ce qui est proposé peut déjà être relu.
web-campaign-phase-left = Personne n’y travaille
web-campaign-phase-means-left = Rien n’est perdu : ce qui est traité reste, le reste attend. Rien ne reprend sans que quelqu’un le demande.
web-campaign-phase-paused = En pause
web-campaign-phase-means-paused = Ce qui était en cours se termine. La suite attend que quelqu’un reprenne.
web-campaign-phase-cancelled = Abandonnée
web-campaign-phase-means-cancelled = Elle ne reprend pas. Ce qu’elle a proposé reste, et peut être relu.
web-campaign-phase-finished = Préparation terminée
web-campaign-phase-means-finished = Chaque fiche est traitée. Les décisions appartiennent à ceux qui relisent.
web-campaign-left = Temps restant : { $left }.
web-campaign-left-unknown = Temps restant : pas encore connu.
web-campaign-pace = { NUMBER($number, maximumFractionDigits: 0) } fiches par minute.
web-campaign-obstacle = Le travail s’est arrêté avant la fin : { $why ->
    [budget-spent] la limite du jour est atteinte. Elle repart de zéro à minuit (UTC) : reprenez ensuite
    [model-resting] le modèle ne répond plus. Reprenez quand son serveur va mieux
    [model-busy] le modèle est trop occupé. Reprenez plus tard
    [model-server-failed] le serveur du modèle est en panne. Reprenez quand il va mieux
    [host-unreachable] le serveur du modèle est injoignable. Reprenez quand il répond
    [answer-cut-short] le serveur du modèle coupe ses réponses. Voyez sa configuration, puis reprenez
    [model-key-refused] le serveur du modèle refuse la clé. Corrigez-la, puis reprenez
    [model-not-served] le serveur ne sert pas ce modèle. Corrigez sa déclaration, puis reprenez
    [egress-refused] la seule voie vers l’extérieur refuse cette destination. Voyez la déclaration du modèle
    [stuck] certaines fiches échouent d’une manière imprévue. Le journal du serveur dit laquelle
   *[other] { $why }
 }.
web-campaign-resume = Reprendre
web-campaign-pause = Mettre en pause
web-campaign-cancel = Abandonner…
web-campaign-cancel-means = La campagne ne reprendra pas. Ce qu’elle a déjà proposé reste, et peut être relu.
web-campaign-cancel-now = Abandonner pour de bon
web-campaign-retry = Essayer de nouveau les fiches en échec ({ NUMBER($count) })
web-campaign-reload = Actualiser
web-campaign-states = Où en sont les fiches ({ NUMBER($total) } en tout)
web-campaign-head-state = État
web-campaign-head-count = Fiches
web-campaign-head-share = Part
web-campaign-share = { NUMBER($share, style: "percent", maximumFractionDigits: 1) }
web-campaign-state-pending = À traiter
web-campaign-state-proposed = À relire
web-campaign-state-withheld = Sans proposition
web-campaign-state-failed = En échec
web-campaign-state-accepted = Acceptées
web-campaign-state-edited = Modifiées
web-campaign-state-rejected = Rejetées
web-campaign-state-stale = Périmées
web-campaign-command-resume = En ligne de commande, pour reprendre ou travailler aussi depuis une autre machine :
web-campaign-command-status = En ligne de commande :

## Retours

error-remarks-closed = Les remarques en texte libre ne sont pas ouvertes ici.
error-remark-length = Une remarque a de 1 à { $limit } caractères.
error-not-a-case = La proposition { $suggestion } est { $state } : un cas d’évaluation est une proposition modifiée ou rejetée.
error-draft-not-public = Le jeu de données { $identifier } est un brouillon. Un cas d’évaluation ne contient que des métadonnées publiques.
cli-case = Les cas du jeu d’évaluation : des propositions qu’une personne a modifiées ou rejetées.
cli-case-add = Fait un cas d’évaluation d’une proposition modifiée ou rejetée. Métadonnées publiques seulement.
cli-case-list = Écrit les cas en JSON Lines, comme « eclaireur evaluate --on » les lit.
cli-remarks = Montre ce que des personnes ont dit de propositions, en texte libre, données personnelles masquées.
remarks-none = Aucune remarque.
web-improve = Aider à s’améliorer
web-remark = Ce que vous en pensez, avec vos mots (facultatif)
web-remark-hint = 500 caractères au plus. Les données personnelles sont masquées avant que rien ne soit gardé ; rien ne dit de quelle proposition vous parlez.
web-remark-send = Envoyer
web-remark-kept = Merci. Voici ce qui est gardé : « { $text } »
web-case = En faire un cas d’évaluation
web-case-hint = La fiche publiée, la proposition et votre texte serviront à mesurer les prochaines versions. Métadonnées publiques seulement.
web-case-kept = Cette proposition fait partie des cas d’évaluation.


## Évaluation

cli-evaluate = Mesure ce qui est proposé, trouvé ou masqué, sur un fichier dont les bonnes réponses sont connues.

    TÂCHE est short_description, keywords, theme, search, grounding ou personal_data ; sans elle, les clés du fichier la disent. Les formats sont dans docs/evaluation.md. Avec --against, le code de sortie est 8 si une mesure est moins bonne qu’avant, au-delà de son intervalle.
cli-metavar-task = TÂCHE
cli-metavar-method = MÉTHODE
cli-metavar-model = MODÈLE
cli-evaluate-on = Le fichier d’évaluation, en JSON Lines, compressé ou non (« - » : l’entrée standard).
cli-evaluate-method = Une méthode à mesurer ; toutes sans cette option. Peut être répété : elles sont mises côte à côte.
cli-evaluate-model = Un modèle déclaré à mesurer aussi ; il est appelé, et compté au registre des coûts. Peut être répété.
cli-evaluate-records = Les fiches dont parlent les textes de grounding ; celles du catalogue sans cette option.
cli-evaluate-limit = Tire au sort tant de lignes du fichier.
cli-evaluate-seed = La graine du tirage et des intervalles : la même donne les mêmes.
cli-evaluate-save = Écrit les résultats dans ce fichier, pour les comparer plus tard. Aucun texte n’y est.
cli-evaluate-against = Compare avec des résultats écrits par --save ; le code de sortie est 8 si une mesure est moins bonne.
cli-evaluate-page = Écrit une page HTML autonome : graphiques, et les mêmes chiffres en tableaux.
cli-evaluate-progress = Lignes mesurées
evaluation-title = { $task }, version { $version } : { $items ->
        [1] une ligne mesurée
       *[other] { NUMBER($items) } lignes mesurées
    }
evaluation-task-search = Recherche
evaluation-task-grounding = Vérification des faits
evaluation-task-personal_data = Masquage des données personnelles
evaluation-measure = Mesure
evaluation-value =
    { $scale ->
        [share] { NUMBER($value, style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1) }
        [score] { NUMBER($value, minimumFractionDigits: 3, maximumFractionDigits: 3) }
       *[amount] { NUMBER($value, minimumFractionDigits: 1, maximumFractionDigits: 1) }
    }
evaluation-tick = { NUMBER($value, maximumFractionDigits: 2) }
evaluation-figure = { $value } [{ $low } ; { $high }] n = { NUMBER($units) }
evaluation-by-kind = { $measure } : { $kind }
evaluation-proposed = Une valeur est proposée
evaluation-f1 = F1 à 5, exact
evaluation-f1-stems = F1 à 5, aux radicaux
evaluation-ndcg = nDCG
evaluation-diversity = Diversité
evaluation-mrr = MRR à 10
evaluation-first = Trouvé en premier
evaluation-recall = Rappel à 10
evaluation-whole-sentences = Phrases entières
evaluation-rules = Toutes les règles de forme
evaluation-rule-length = De 20 à 200 caractères
evaluation-rule-opening = Commence comme une phrase
evaluation-rule-ending = Finit par un point
evaluation-rule-markup = Sans balise, adresse ni contact
evaluation-rule-boilerplate = Sans formule creuse
evaluation-rule-alone = Se comprend seule
evaluation-rule-closing = Parenthèses et guillemets fermés
evaluation-rule-typography = Typographie française
evaluation-rule-title = Dit autre chose que le titre
evaluation-supported = Tout est appuyé sur la fiche
evaluation-grounded = Appuyé sur la fiche
evaluation-overlap = ROUGE-L avec le texte du producteur
evaluation-novelty = Paires de mots nouvelles
evaluation-length = Caractères
evaluation-readability = Lisibilité (Kandel et Moles)
evaluation-found = Trouvé
evaluation-masked = Entièrement masqué
evaluation-precision = Précision
evaluation-false-alarm = Fausse alerte
evaluation-kind-question = question
evaluation-kind-keywords = mots-clés
evaluation-kind-typo = fautes de frappe
evaluation-kind-person = personne
evaluation-kind-email = adresse électronique
evaluation-kind-phone = téléphone
evaluation-kind-address = adresse postale
evaluation-kind-nir = numéro de sécurité sociale
evaluation-kind-iban = compte bancaire
evaluation-kind-plate = plaque d’immatriculation
evaluation-kind-birth_date = date de naissance
evaluation-kind-id_document = pièce d’identité
evaluation-kind-handle = compte sur un réseau
evaluation-signs = Le signe compare, ligne par ligne, à { $first } : ▲ meilleur, ▼ moins bon, ≠ différent sans que ce soit mieux ou moins bien, = aucune différence vue.
evaluation-change =
    { $change ->
        [better] meilleur
        [worse] moins bon
        [moved] différent
       *[not-seen] aucune différence vue
    }
evaluation-left-out-no-reference =
    { $count ->
        [1] Une fiche laissée de côté : son producteur n’a rien choisi à quoi comparer.
       *[other] { NUMBER($count) } fiches laissées de côté : leur producteur n’a rien choisi à quoi comparer.
    }
evaluation-left-out-dataset-unknown =
    { $count ->
        [1] Une ligne laissée de côté : son jeu de données n’est pas dans ce catalogue.
       *[other] { NUMBER($count) } lignes laissées de côté : leur jeu de données n’est pas dans ce catalogue.
    }
evaluation-withheld = { $method } n’a rien proposé, exprès : { $reasons }.
evaluation-failed = { $method } a échoué : { $reasons }.
evaluation-cost = { $method } : { NUMBER($tokens) } jetons, { $known ->
        [yes] { NUMBER($energy, maximumFractionDigits: 3) } Wh
       *[no] énergie inconnue
    }{ $unknown ->
        [0] .
        [one] {" "}; une réponse d’énergie inconnue n’y est pas.
       *[other] {" "}; { NUMBER($unknown) } réponses d’énergie inconnue n’y sont pas.
    }
evaluation-difference =
    { $change ->
        [better] Mieux
        [worse] MOINS BIEN
        [moved] Changé
       *[not-seen] Aucune différence vue
    } : { $title } ({ $method }), { $former } → { $latter }, écart [{ $low } ; { $high }], { $common ->
        [0] aucune ligne commune
        [one] une ligne commune
       *[other] { NUMBER($common) } lignes communes
    }.
evaluation-difference-missing = Plus mesuré : { $title } ({ $method }), { $former } auparavant.
evaluation-compared =
    { $worse ->
        [0] { $better ->
            [0] { $moved ->
                [0] Aucune différence vue
               *[other] Rien de mieux ni de moins bien
            }
           *[other] Aucune mesure moins bonne, { NUMBER($better) } meilleures
        }
       *[other] RÉGRESSION : mesures moins bonnes, { NUMBER($worse) } ; meilleures, { NUMBER($better) }
    }, sur { NUMBER($measures) } comparées (changées : { NUMBER($moved) } ; plus mesurées : { NUMBER($missing) }).
evaluation-page-title = Évaluation d’Éclaireur
evaluation-page-lead = Chaque chiffre vient avec son intervalle à 95 % : là où d’autres lignes, tirées de même, le mettraient sans doute. Les formules et leurs sources sont dans docs/evaluation.md.
evaluation-page-when = Mesuré le { DATETIME($day, dateStyle: "long") } avec Éclaireur { $program }, graine { $seed }.
evaluation-page-compared = Depuis l’évaluation précédente
evaluation-page-plot = Graphique, de 0 à 1
evaluation-page-plot-told = Pour chaque mesure, un point par méthode, sur un trait qui est son intervalle à 95 %. Le tableau qui suit donne les mêmes chiffres.
evaluation-page-table = Tableau
evaluation-page-caption = Valeur, intervalle à 95 % et nombre de valeurs.
method-first-sentence = Première phrase de la description, coupée à 200 caractères
method-vocabulary-in-text = Mots-clés du portail que le texte contient
error-unknown-subject = Rien n’évalue « { $task } ». Tâches possibles : { $known }.
error-unknown-method = La tâche { $task } n’a pas de méthode « { $method } ». Il y a : { $known }.
error-unrecognised-evaluation = Les clés de { $place } ne disent pas pour quelle tâche il est. Nommez la tâche.
error-nothing-to-evaluate = Aucune ligne ne permet d’évaluer { $task } ; { $left_out } ont pu être lues et ont été laissées de côté. La recherche et les mots-clés demandent que leur catalogue soit importé.
error-results-not-found = Le fichier de résultats { $place } n’existe pas.
error-unreadable-results = { $place } ne contient pas les résultats d’une évaluation, ou sous une autre forme.
error-nothing-to-compare = Ces résultats n’ont aucune méthode en commun avec les précédents ({ $former } / { $latter }).
error-unreadable-judgements = { $place }, ligne { $line } : ce n’est pas le jugement d’une paire.
error-no-common-pair = { $place } et { $other } ne jugent aucune paire en commun.
error-no-pair = { $one } et { $other } ne proposent jamais deux valeurs différentes pour ces fiches.
cli-review = Fait juger des paires de propositions sans dire d’où elles viennent, puis compte les préférences.

    Les côtés sont tirés au sort. Touches : ← ou 1, → ou 2, = si aucune n’est meilleure, q pour s’arrêter ; hors d’un terminal, une réponse par ligne. Ce qui est jugé est gardé à mesure, sans rien dire de qui juge ; relancer reprend où l’on s’est arrêté.
cli-review-on = Les fiches, en JSON Lines, compressées ou non.
cli-review-pairs = Les deux méthodes, ou modèles déclarés, à comparer.
cli-review-judgements = Le fichier où les jugements sont gardés, un par ligne.
cli-review-judge = Fait juger par ce modèle déclaré, dans les deux ordres ; ses appels sont comptés au registre des coûts.
cli-review-agreement = D’autres jugements des mêmes paires : montre l’accord.
cli-review-progress = Paires jugées
cli-review-place = Paire { NUMBER($place) } sur { NUMBER($pairs) } : { $title }
cli-review-side = [{ $key }] { $text }
cli-review-ask = Laquelle sert le mieux ? ← ou 1, → ou 2, =, q
cli-review-unknown-key = Touches : ← ou 1, → ou 2, =, q.
cli-review-preference = { $one } préférée { NUMBER($first) } fois, { $other } { NUMBER($second) } fois, aucune { NUMBER($same) } fois.
cli-review-share = { $one } l’emporte dans { $value } des paires départagées [{ $low } ; { $high }].
cli-review-agreement-told = Accord sur { NUMBER($pairs) } paires : { $alike } [{ $low } ; { $high }], { $kappa }.
cli-review-kappa = kappa de Cohen { NUMBER($value, minimumFractionDigits: 2, maximumFractionDigits: 2) } [{ NUMBER($low, minimumFractionDigits: 2, maximumFractionDigits: 2) } ; { NUMBER($high, minimumFractionDigits: 2, maximumFractionDigits: 2) }]
cli-review-no-kappa = kappa sans objet : tous disent partout la même chose

## Engagements

pledge-title-proposes = Il propose, il ne décide jamais
pledge-meaning-proposes = Éclaireur écrit à côté du champ, jamais dedans. Rien n’entre dans une fiche, ni dans un export, sans qu’une personne l’ait accepté ou réécrit. Toute décision s’annule.
pledge-how-proposes = Une seule table dit ce qui peut suivre quoi : demandée, proposée, acceptée, modifiée, rejetée. Chaque valeur exportée nomme la proposition dont elle vient et la décision qui l’a laissée passer.
pledge-title-learns = Il s’essaie, et dit ce qui ne marche pas
pledge-meaning-learns = C’est un outil à l’essai. Ce que les personnes acceptent, modifient ou rejettent est compté et publié, avec ce qu’on en sait vraiment : une fourchette, pas un chiffre seul.
pledge-how-learns = Chaque consigne et chaque méthode a une version. Les décisions se comptent par champ, version, méthode et modèle. Deux méthodes peuvent être comparées : la fiche choisit laquelle répond, jamais la personne.
pledge-title-nobody = Il ne sait rien de vous
pledge-meaning-nobody = Aucun compte n’est demandé. Éclaireur ne garde ni nom, ni adresse, ni recherche. Ce que vous saisissez est débarrassé des données personnelles avant d’être gardé ou montré à un modèle.
pledge-meaning-nobody-signed-in = Lire, chercher et essayer ne demandent aucun compte. Qui décide ou exploite se connecte : Éclaireur n’en garde que le rôle et l’organisation. Ni nom, ni adresse, ni identifiant, ni recherche. Ce que vous saisissez est débarrassé des données personnelles avant d’être gardé ou montré à un modèle.
pledge-how-nobody = Aucune table n’a de place pour une personne. Noms, adresses, numéros sont remplacés par un mot comme [personne]. Une décision dit quoi et quel jour, jamais qui ; les chiffres ne se publient qu’à partir de cinq.
pledge-how-nobody-signed-in = Aucune table n’a de place pour une personne : une séance y est l’empreinte d’un nombre tiré au hasard, des rôles et une échéance, et s’efface à la fin. Une décision dit quoi, quel jour, dans quel rôle et pour quelle organisation ; rôle et organisation ne sont ni publiés, ni exportés, ni comptés. Deux cookies pour qui se connecte, plus un pendant la connexion et un pour se déconnecter du fournisseur ; un seul pour qui ne se connecte pas.
pledge-title-hosted = Les modèles sont ceux de l’État, ou de cette machine
pledge-meaning-hosted = Sans configuration, aucun modèle de langage n’est appelé et rien ne part d’ici. Un modèle ne sert que si son exploitant, son pays, ses poids et sa licence sont déclarés et permis.
pledge-how-hosted = Une seule porte mène dehors : elle refuse toute adresse non déclarée, et compte ce qui part. Les pages ne chargent rien d’ailleurs : ni police, ni script, ni mesure d’audience.
pledge-title-grounded = Il dit d’où vient ce qu’il écrit
pledge-meaning-grounded = Une proposition peut se tromper : relisez-la. Chaque chiffre, date, lieu ou nom doit se trouver dans la fiche ; sinon il est signalé. Quand la fiche en dit trop peu, rien n’est proposé, et la raison est dite.
pledge-how-grounded = Sans modèle, les phrases sont celles de la fiche. Le texte d’un modèle est relu contre la fiche avant d’être montré ; ce que la fiche ne dit pas le fait écarter.
pledge-title-frugal = Il dépense le moins possible, et le compte
pledge-meaning-frugal = La méthode la moins coûteuse répond d’abord. Un modèle n’est appelé que si quelqu’un le demande. La même question n’est jamais calculée deux fois. L’énergie est comptée ; ce qui est inconnu n’est pas pris pour zéro.
pledge-how-frugal = Chaque calcul est mesuré : durée, jetons, énergie, émissions, et comment on les connaît. Les réponses sont gardées. Des budgets par jour arrêtent les modèles.
pledge-title-sparing = Il ne s’impose pas
pledge-meaning-sparing = Un bouton près du champ, et rien de plus : pas de fenêtre, pas de relance, pas de texte déjà rempli. Chaque champ et chaque modèle peut être désactivé, pour tous ou pour une organisation.
pledge-how-sparing = Rien n’est calculé avant qu’on le demande. Les interrupteurs agissent aussitôt, sans redémarrage, et leur état est sur cette page.
pledge-title-open = Tout est ouvert
pledge-meaning-open = Le code, les consignes données aux modèles, les chiffres de cette page et la liste des usages d’intelligence artificielle se lisent et se téléchargent sans compte.
pledge-how-open = Les consignes sont des fichiers du dépôt, reproduits ici en entier. Les chiffres viennent de la base au moment où la page s’affiche ; personne ne les saisit.

figure-proposed = Propositions faites
figure-decided = Décisions publiées
figure-accepted = Acceptées telles quelles
figure-edited = Modifiées puis gardées
figure-rejected = Rejetées
figure-retained = Part gardée, modifiée ou non
figure-versions = Versions essayées
figure-accepted-as-is = Part acceptée telle quelle
figure-trials = Comparaisons déclarées
figure-trials-running = Comparaisons en cours
figure-withheld-personal = Propositions écartées car elles parlaient d’une personne
figure-models = Modèles déclarés
figure-models-state = Exploités par une administration
figure-models-local = Exploités sur cette machine ou ce réseau
figure-models-other = Exploités par d’autres
figure-sent = Requêtes parties d’ici
figure-refused = Requêtes refusées à la sortie
figure-withheld = Fois où rien n’a été proposé, avec la raison
figure-withheld-share = Part des demandes où rien n’a été proposé
figure-unsupported = Textes de modèle écartés : la fiche ne disait pas ce qu’ils disaient
figure-failed = Échecs techniques
figure-energy = Énergie dépensée, pour ce qui est connu
figure-energy-unknown = Calculs dont l’énergie est inconnue
figure-carbon = Émissions, pour ce qui est connu
figure-carbon-unknown = Calculs dont les émissions sont inconnues
figure-energy-per-proposed = Énergie par proposition
figure-energy-per-retained = Énergie par proposition gardée
figure-cached = Réponses déjà connues, non recalculées
figure-energy-saved-cache = Énergie évitée par ces réponses
figure-without-model = Propositions faites sans modèle de langage
figure-energy-saved-model = Énergie évitée sans modèle, au coût moyen d’un modèle
figure-tasks-on = Champs pour lesquels il propose
figure-tasks-off = Champs désactivés
figure-off-for-some = Désactivations pour une organisation
figure-turns-asked = Recours à un modèle qui attendent qu’on le demande
figure-turns-automatic = Recours à un modèle automatiques
figure-prompts = Consignes publiées en entier
figure-models-open = Modèles aux poids publics
figure-models-closed = Modèles aux poids non publics

purpose-short_description = Proposer une ou deux phrases qui disent ce que sont les données, en 200 caractères au plus.
purpose-keywords = Proposer jusqu’à cinq mots-clés par lesquels on cherche ces données, d’après la fiche et les habitudes du catalogue.
purpose-theme = Proposer un ou deux des treize thèmes des portails européens, d’après la fiche et les fiches voisines.

limit-extraction = Sans modèle, une description courte reprend les phrases de la fiche : mal écrite dans la fiche, elle l’est dans la proposition. Seul le français est résumé.
limit-grounding = La vérification cherche chiffres, dates, lieux, noms et sigles. Une phrase peut être fausse sans contenir aucun d’eux.
limit-masking = Le masquage reconnaît des formes : certains noms lui échappent, et certains mots sont masqués à tort. Les fiches publiées sont gardées comme elles sont publiées.
limit-energy = L’énergie est presque toujours une estimation : elle varie d’un facteur dix selon les hypothèses. La fabrication des machines n’est pas comptée, ni l’attente du serveur.
limit-counters = Les chiffres disent ce que des personnes ont décidé ici, pas si elles ont eu raison. Qui décide n’est pas tiré au sort.
limit-fewness = Sous cinq décisions, un chiffre n’est pas publié. Les totaux n’ajoutent que les lignes publiées.
limit-signin = Personne ne se connecte ici : qui atteint la page peut décider. C’est pourquoi le serveur n’écoute que sa propre machine.
limit-signin-signed-in = Une décision garde le rôle et l’organisation de qui l’a prise. Là où une seule personne relit pour une organisation, qui a accès à la base et la connaît peut savoir que c’était elle, et quel jour. Rien de cela n’est publié ni exporté.

register-output = Une proposition pour le champ « { $field } », à côté de ce champ.
register-human-role = Une personne lit la proposition, puis l’accepte, la réécrit ou la rejette. Sans elle, rien n’entre dans la fiche. Elle peut revenir sur sa décision.
register-effect = Aucun effet sur les droits de qui que ce soit : seule change la façon dont une fiche publique décrit des données.
register-personal-data = Aucune donnée personnelle n’est demandée ni gardée. Celles que contiendrait une fiche sont masquées avant qu’un modèle ne la lise.
register-note-decision = Ce n’est pas une décision administrative individuelle : aucun dossier, aucune demande d’une personne n’est traité.
register-note-crpa = Les articles L. 311-3-1 et R. 311-3-1-2 du code des relations entre le public et l’administration portent sur de telles décisions. Les mêmes informations sont données ici : données lues, méthode, degré d’intervention.
register-note-ai-act = L’article 50 du règlement européen sur l’intelligence artificielle demande de signaler les textes produits par une machine. Une valeur venue d’une proposition le porte dans chaque export, avec la décision de la personne qui l’a relue.
register-note-gdpr = Le règlement général sur la protection des données s’applique aux données personnelles qu’une fiche contiendrait ; l’organisation qui exploite Éclaireur en répond.

web-engagements-title = Nos engagements
web-engagements-link = Engagements, chiffres et vérifications
web-engagements-intro = Éclaireur aide à décrire des données publiques avec des méthodes automatiques, parfois un modèle de langage. Voici ce qu’il promet, comment c’est tenu, ce que disent les chiffres d’ici, et comment le vérifier soi-même.
web-engagements-nav = Sur cette page
web-engagements-as-of = Chiffres du { DATETIME($day, dateStyle: "long") }, calculés à l’affichage de cette page.
web-engagements-empty = Rien n’a encore été proposé ici : il n’y a aucun chiffre à montrer. Ils apparaîtront dès la première proposition.
web-engagements-number = Engagement { NUMBER($number) }
web-engagements-meaning = Ce que cela veut dire
web-engagements-how = Comment c’est tenu
web-engagements-files = Dans le code
web-engagements-figures = Ici, aujourd’hui
web-engagements-no-figure = Rien n’a encore été compté ici.
web-engagements-command = Vérifier soi-même
web-engagements-audit = Dernier audit
web-engagements-no-audit = Aucun audit encore : lancez
web-engagements-not-audited = L’audit n’a pas de vérification pour cet engagement : la commande ci-dessus le montre.
web-engagements-audited-on = Le { DATETIME($day, dateStyle: "long") }
web-engagements-more-evidence = { $count ->
    [1] Une autre preuve
   *[other] { NUMBER($count) } autres preuves
}
web-engagements-share = { NUMBER($value, style: "percent") } (entre { NUMBER($low, style: "percent") } et { NUMBER($high, style: "percent") })
web-engagements-decisions = Ce que les personnes font des propositions
web-engagements-decisions-none = Aucune décision publiée : il en faut au moins { NUMBER($threshold) } pour une même méthode.
web-engagements-decisions-chart = Parts des propositions acceptées, modifiées et rejetées, par méthode
web-engagements-decisions-few = Les méthodes qui ont moins de { NUMBER($threshold) } décisions ne sont ni dans le graphique ni dans un total : on pourrait y reconnaître quelqu’un.
web-engagements-interval = Entre parenthèses, la fourchette à 95 % : là où la vraie part se trouve sans doute, d’après le nombre de décisions.
web-engagements-bar = { $maker } : { NUMBER($accepted) } acceptées, { NUMBER($edited) } modifiées, { NUMBER($rejected) } rejetées
web-engagements-maker = { $field }, { $maker }, version { $version }
web-engagements-too-few = moins de { NUMBER($threshold) }
web-engagements-as-table = Les mêmes chiffres en tableau
web-engagements-answers = Ce que donnent les demandes
web-engagements-answers-chart = Propositions, refus de proposer et échecs, par méthode
web-engagements-answers-bar = { $maker } : { NUMBER($proposed) } propositions, { NUMBER($withheld) } sans proposition, { NUMBER($failed) } échecs
web-engagements-nothing-asked = Rien n’a encore été demandé.
web-engagements-models = Modèles de langage
web-engagements-models-none = Aucun modèle de langage n’est déclaré : les propositions sont calculées sur cette machine, sans modèle.
web-engagements-policy = Politique : exploitants permis, { $operators } ; pays permis, { $countries } ; { $open ->
    [yes] poids publics et licence connue exigés.
   *[no] poids publics non exigés.
}
web-engagements-operator-local = cette machine ou ce réseau
web-engagements-operator-state = administration publique
web-engagements-operator-other = autre
web-engagements-parameters = { NUMBER($total) } milliards, dont { NUMBER($active) } à la fois
web-engagements-unsaid = non déclaré
web-engagements-closed = non publics
web-engagements-tasks = Ce que fait chaque tâche, et ce qu’elle lit
web-engagements-version = Version
web-engagements-since = { $version }, en service ici depuis le { DATETIME($day, dateStyle: "long") }
web-engagements-never-used = { $version }, pas encore utilisée ici
web-engagements-methods = Méthodes, dans l’ordre
web-engagements-reads = Lit
web-engagements-shows = Montre à un modèle
web-engagements-never-reads = Ne lit jamais
web-engagements-never-reads-more = Ni le contenu des fichiers, ni les noms des auteurs et des contacts, ni ce que quiconque cherche.
web-engagements-shown-masked = { $fields } ; données personnelles masquées
web-engagements-on-request = { $maker } : seulement si quelqu’un demande une autre proposition
web-engagements-automatic = { $maker } : répond dès qu’on demande une proposition
web-engagements-state = État
web-engagements-on = Active
web-engagements-off = Désactivée
web-engagements-on-except = Active, sauf pour : { $organisations }
web-engagements-prompt = La consigne donnée au modèle, en entier
web-engagements-prompt-system = Consigne
web-engagements-prompt-record = Présentation de la fiche
web-engagements-prompt-repair = Si la réponse ne convient pas
web-engagements-prompt-faults = Les défauts que l’on signale au modèle
web-engagements-prompt-changes = Ce que chaque version a changé
web-engagements-prompt-change = Version { $version }
web-engagements-footprint = Ce que cela coûte
web-engagements-footprint-none = Rien n’a encore été calculé.
web-engagements-ledger = Le détail par jour
web-engagements-today = Limites du jour et interrupteurs
web-engagements-trials = Comparaisons de méthodes
web-engagements-trials-none = Aucune comparaison n’est déclarée.
web-engagements-trial-running = du { DATETIME($began, dateStyle: "long") } au { DATETIME($ends, dateStyle: "long") }, en cours
web-engagements-trial-over = du { DATETIME($began, dateStyle: "long") } au { DATETIME($ends, dateStyle: "long") }, finie
web-engagements-trial-too-few = Trop peu de décisions pour conclure.
web-engagements-trial-no-difference = Aucune différence vue.
web-engagements-trial-difference = { $better } est plus souvent accepté tel quel.
web-engagements-limits = Ce qu’il ne sait pas faire
web-engagements-contest = Contester, contribuer
web-engagements-contest-proposal = Une proposition vous semble fausse ? Rejetez-la, ou réécrivez-la : c’est compté. Déjà acceptée, la décision s’annule sur la page du jeu de données.
web-engagements-contest-contact = Un chiffre, un usage à contester :
web-engagements-contest-nobody = L’exploitant de cette installation n’a pas dit à qui écrire. Adressez-vous à l’organisation qui vous y donne accès.
web-engagements-run-by = Cette installation est exploitée par { $organisation }.
web-engagements-contribute = Pour contribuer au code, aux consignes ou aux cas d’évaluation :
web-engagements-download = Télécharger
web-engagements-download-intro = Tout ce que dit cette page, sous Licence Ouverte 2.0 : vous pouvez le réutiliser en citant la source.
web-engagements-licence = Texte de la licence
web-engagements-download-csv = Les chiffres (CSV)
web-engagements-download-json = La page entière (JSON)
web-engagements-download-register = Le registre des usages d’intelligence artificielle (JSON)
web-engagements-head-maker = Méthode ou modèle
web-engagements-head-proposed = Proposées
web-engagements-head-decided = Décisions
web-engagements-head-accepted = Acceptées
web-engagements-head-edited = Modifiées
web-engagements-head-rejected = Rejetées
web-engagements-head-as-is = Part acceptée telle quelle
web-engagements-head-retained = Part gardée
web-engagements-head-distance = Ampleur des modifications
web-engagements-head-energy-proposed = Énergie par proposition
web-engagements-head-energy-retained = Énergie par proposition gardée
web-engagements-head-withheld = Sans proposition
web-engagements-head-failed = Échecs
web-engagements-head-reason = Raison
web-engagements-head-times = Fois
web-engagements-head-model = Modèle
web-engagements-head-operator = Exploitant
web-engagements-head-country = Pays
web-engagements-head-weights = Poids
web-engagements-head-licence = Licence
web-engagements-head-parameters = Paramètres
web-engagements-head-used-for = Sert à
web-engagements-head-state = État
web-engagements-head-calls = Calculs
web-engagements-head-energy = Énergie
web-engagements-head-carbon = Émissions
web-engagements-head-source = Connue comment
web-engagements-head-variant = Méthode
web-engagements-caption-fates = Décisions, par méthode
web-engagements-caption-shares = Parts, par méthode
web-engagements-caption-each = Énergie de chaque proposition
web-engagements-caption-answers = Réponses, par méthode
web-engagements-caption-reasons = Pourquoi rien n’a été proposé
web-engagements-caption-why = Pourquoi des propositions ont été modifiées ou rejetées
web-engagements-caption-models = Modèles déclarés
web-engagements-caption-spent = Dépensé, depuis le début
web-engagements-caption-saved = Évité, par champ

cause-title-missing = Le titre manque
cause-description-too-short = Description trop courte
cause-not-in-french = Description qui n’est pas en français
cause-no-sentence-on-content = Aucune phrase ne dit ce que sont les données
cause-warning-lost = Un avertissement de la fiche serait perdu
cause-personal-data = Données personnelles dans les phrases utiles
cause-nothing-to-read = Ni titre ni description
cause-no-keyword-found = Aucun mot-clé possible
cause-no-other-keyword = Les mots-clés de la fiche suffisent
cause-no-theme-found = Aucun thème assez clair
cause-no-other-theme = Les thèmes de la fiche suffisent
cause-answer-themes = Modèle : aucun thème utilisable
cause-answer-length = Modèle : texte trop long ou trop court
cause-answer-markup = Modèle : autre chose que du texte simple
cause-answer-link = Modèle : un lien ou un contact
cause-answer-personal-data = Modèle : une personne
cause-answer-echo = Modèle : consigne répétée
cause-answer-sentences = Modèle : phrases incomplètes ou trop nombreuses
cause-answer-language = Modèle : pas en français
cause-answer-wording = Modèle : pas une description
cause-answer-title = Modèle : rien de plus que le titre
cause-answer-unsupported = Modèle : ce que la fiche ne dit pas
cause-answer-keywords = Modèle : aucun mot-clé utilisable
cause-method-failed = Défaut d’Éclaireur
cause-budget-spent = Budget du jour dépensé
cause-task-switched-off = Champ désactivé
cause-model-switched-off = Modèle désactivé
cause-host-unreachable = Serveur du modèle injoignable
cause-host-too-slow = Serveur du modèle trop lent
cause-answer-cut-short = Réponse du modèle interrompue
cause-answer-too-large = Réponse du modèle trop grosse
cause-model-busy = Modèle trop demandé
cause-model-resting = Modèle mis au repos après des échecs
cause-model-server-failed = Panne du serveur du modèle
cause-model-request-refused = Demande refusée par le serveur du modèle
cause-model-answer-unusable = Réponse du modèle inutilisable
cause-model-not-served = Modèle absent de son serveur
cause-model-key-refused = Clé du modèle refusée
cause-egress-refused = Envoi refusé à la sortie

## Connexion

role-read = Lecture
role-review = Relecture
role-operate = Exploitation
error-role-missing = Il faut pour cela le rôle « { $role ->
     [operate] Exploitation
    *[review] Relecture
    } »{ $scope ->
     [every] {""}.
    *[some] {" "}pour { $organisation }.
    } Il ne vous a pas été accordé : rien n’a été enregistré. Demandez-le à qui exploite cette installation.
error-secret-missing = « { $setting } » devrait être dans { $place }, et n’y est pas : cette variable, ou ce fichier, doit contenir un seul mot d’au moins { $minimum } caractères, et rien d’autre.
error-sign-in-refused = La connexion par { $provider } n’a pas abouti : { $problem ->
     [state] elle a duré plus de dix minutes, ou avait commencé dans un autre navigateur.
     [provider] le service a refusé, ou vous avez renoncé.
     [code] elle avait déjà servi.
     [level] le niveau d’assurance demandé n’est pas atteint.
    *[other] la réponse reçue n’a pas pu être vérifiée ({ $problem }).
    } Recommencez.
error-sign-in-unavailable = { $provider } ne répond pas comme il le doit ({ $problem }) : personne ne peut se connecter pour le moment. Réessayez plus tard ; si cela persiste, prévenez qui exploite cette installation.
sign-in-title = Connexion
sign-in-link = Se connecter
sign-in-lead = Lire, chercher et préparer un brouillon ne demandent aucune connexion. Décider des propositions, et exploiter Éclaireur, si.
sign-in-needed = Pour ce que vous demandiez, il faut se connecter. Rien n’a été enregistré ; vous reviendrez ensuite à la page où vous étiez.
sign-in-privacy = Éclaireur ne garde ni votre nom, ni votre adresse, ni aucun identifiant : seulement ce que vous pouvez faire, et pour quelle organisation, le temps de la séance. Une décision garde ce rôle et cette organisation.
sign-in-with = Se connecter avec { $provider }
sign-in-token = Jeton
sign-in-token-hint = Celui que connaît la personne qui exploite cette installation.
sign-in-with-token = Se connecter avec le jeton
sign-in-wrong-token = Ce n’est pas le bon jeton. Au bout de dix essais, il faut attendre une minute.
sign-in-done = La connexion a abouti. Voici ce que vous pouvez faire.
sign-in-go-on = Continuer
sign-in-signed-in-as = Connexion :
sign-in-capacity = { $role ->
     [read] Lecture seule
     [review] Relecture
    *[operate] Exploitation
    }{ $scope ->
     [every] {""}
    *[some] {" "}· { $organisation }
    }{ $others ->
     [-1] {""}
     [0] {""}
    *[other] {" "}(+ { NUMBER($others) })
    }
sign-in-grant = { $role ->
     [read] Lire
     [review] Relire et décider
    *[operate] Exploiter, relire et décider
    } : { $scope ->
     [every] toutes les organisations
    *[other] { $organisation }
    }
sign-in-nothing-granted = Votre organisation n’a pas de rôle ici : vous pouvez lire, et rien de plus. Pour décider, demandez-le à qui exploite cette installation.
sign-in-to-decide = Pour décider, il faut se connecter.
sign-in-role-missing-here = { $scope ->
     [nobody] Ce jeu de données n’a pas de producteur : seul qui relit pour toutes les organisations peut en décider.
    *[other] Vous pouvez lire cette proposition ; seul qui relit pour { $organisation } peut en décider.
    }
sign-out = Se déconnecter
signed-out-title = Déconnexion faite
signed-out-lead = La séance est finie, ici et sur tous les serveurs de cette installation.
signing-out-lead = La séance est finie ici. Il reste à la finir chez { $provider }, où vous allez être conduit.
signing-out-go = Finir chez { $provider }
reason-audit-sessions-due = { $sessions ->
     [0] Aucune séance n’est restée après sa fin.
    *[other] Séances restées après leur fin : { NUMBER($sessions) }. Ouvrez l’installation, qui les effacera.
    }
reason-audit-session-columns = La table session a pour colonnes { $columns } : l’empreinte d’un nombre tiré au hasard, des rôles, deux échéances. Rien n’y dit de qui est la séance, et rien d’autre n’y renvoie.
cli-config-sign-in = Connexion : { $ways }, adresse { $address }.
cli-config-sign-in-grant = { $claim } = { $equals } : { $role } pour { $organisation }.
cli-sessions = Les séances de qui s’est connecté.
cli-sessions-end = Déconnecte tout le monde, de tous les serveurs de cette installation.

    À faire quand un poste ou un jeton a été perdu. Changer [sign_in] ou le jeton a le même effet, au redémarrage.
cli-sessions-ended = Séances finies : { NUMBER($sessions) }.

## Renvoi au portail

error-sending-key-missing = Il manque la clé d’API pour écrire sur { $portal }, ou ce n’en est pas une : un seul mot, en ASCII. Donnez-la à l’invite, par la variable { $variable }, ou sur l’entrée standard avec --key-stdin. Elle n’est jamais gardée.
error-portal-not-declared = Aucun portail n’est déclaré sous le nom { $portal } dans eclaireur.toml. Vérifiez-le, ou donnez son adresse.
error-nothing-can-be-sent = { $portal } ne répond pas comme un portail udata ou CKAN : rien ne peut y être envoyé. Vérifiez l’adresse et --kind, ou emportez un fichier avec « eclaireur export ».
error-sending-key-refused = { $origin } refuse la clé donnée ({ $status }). Vérifiez-la sur votre compte du portail. Ce qui était envoyé le reste.
error-sending-forbidden = { $identifier } : { $origin } ne laisse pas cette clé modifier ce jeu de données ({ $status }). Rien n’y a été écrit.
error-sending-rejected = { $identifier } : { $origin } refuse ce qui lui est envoyé ({ $status }) : { $said }. Rien n’y a été écrit.
error-sending-busy = { $origin } a trop de demandes : { $seconds ->
     [0] recommencez plus tard.
    *[other] il demande d’attendre { $seconds } s.
    } Ce qui était envoyé le reste : la même commande reprendra où elle en était.
error-sending-failed = { $origin } est en panne ({ $status }). Ce qui était envoyé le reste : la même commande reprendra où elle en était, sans rien écrire deux fois.
error-sending-stopped = Rien n’a pu être écrit sur { $origin } pour { $number } jeux de données de suite : l’envoi s’est arrêté là. Voyez pourquoi avant de recommencer.
error-changed-at-portal = { $identifier } : le portail ne dit plus ce qu’il disait quand { $field } a été décidé. Rien n’y a été écrit : la proposition est à revoir.
error-altered-by-portal = { $identifier } : le portail a gardé autre chose que ce qui lui a été envoyé pour { $field }. Regardez ce qu’il en a fait.
error-ignored-by-portal = { $identifier } : le portail a pris la demande sans changer { $field }. Ce champ lui est peut-être inconnu.
error-not-at-portal = { $identifier } : le portail n’a pas ce jeu de données, ou ne l’a plus.
error-no-longer-ours = { $identifier } : le portail ne dit plus ce qui lui a été envoyé pour { $field }. Rien n’a été annulé.
reason-changed-at-portal = Le portail avait changé depuis cette décision : elle n’y a pas été écrite, et la proposition est à revoir.

fate-ready = à écrire
fate-sent = envoyé
fate-already = déjà sur le portail
fate-changed = changé entre-temps, à revoir
fate-altered = gardé autrement par le portail
fate-ignored = ignoré par le portail
fate-refused = refusé par le portail
fate-failed = sans réponse
fate-absent = absent du portail
fate-unplaced = sans place sur ce portail
fate-reverted = annulé
fate-not-ours = plus le nôtre

cli-send = Renvoie à un portail udata ou CKAN les valeurs acceptées et modifiées, et elles seules.

    Chaque jeu de données est relu d’abord sur le portail. Ce qui y a changé depuis la décision n’est pas écrasé : la proposition revient à décider. Puis la valeur est écrite, avec sa provenance, et relue : ne compte comme envoyé que ce que le portail dit alors. Chaque décision n’est envoyée qu’une fois ; un envoi interrompu reprend à la même commande.

    La clé d’API est celle de la personne qui envoie, pour cet envoi seulement : elle est demandée sans s’afficher, ou prise dans la variable ECLAIREUR_PORTAL_KEY, ou sur l’entrée standard. Ce n’est jamais un argument, et elle n’est gardée nulle part.

    Sans --yes, les changements sont montrés, puis la question est posée. Le code est 0 si rien n’a manqué ; sinon celui du premier manque.

    Avec --json, un objet par valeur : dataset, title, field, suggestion, former, value, outcome, error ; puis un dernier : portal, counts.
cli-send-to = Le portail : le nom de sa déclaration dans eclaireur.toml, ou son adresse, qui vaut déclaration pour cet envoi seulement.
cli-send-field = Seulement ce champ. L’option se répète.
cli-send-suggestion = Seulement la valeur de cette proposition. L’option se répète.
cli-send-limit = Le nombre de valeurs à écrire, au plus.
cli-send-revert = Remet ce que le portail disait avant l’envoi, là où il dit encore ce qui a été envoyé. Les décisions restent.
cli-send-dry-run = Montre chaque changement, avant et après, sans rien écrire nulle part. Ne demande pas de clé.
cli-send-yes = Écrit sans demander.
cli-send-key-stdin = Lit la clé sur l’entrée standard.
cli-send-key = Clé d’API pour { $portal } (elle ne s’affiche pas)
cli-send-reading = Lecture du portail
cli-send-writing = Envoi
cli-send-agree = { $count ->
     [0] Prendre acte ici de ce que dit { $portal } ?
     [one] Écrire une valeur sur { $portal } ?
    *[other] Écrire { NUMBER($count) } valeurs sur { $portal } ?
    }
cli-send-agree-revert = { $count ->
     [0] Prendre acte ici de ce que dit { $portal } ?
     [one] Annuler une valeur sur { $portal } ?
    *[other] Annuler { NUMBER($count) } valeurs sur { $portal } ?
    }
cli-send-counts = { $portal } : { $listed }.
cli-send-count = { $fate } : { NUMBER($count) }
cli-send-nothing = Rien à envoyer à { $portal }.
cli-send-nothing-revert = Rien à annuler sur { $portal }.
cli-send-empty = (vide)
cli-metavar-portal = PORTAIL
usage-send-yes = Ajoutez --yes pour écrire sans être interrogé, ou --dry-run pour voir ce qui serait écrit.
cli-yes-or-no = o/N
cli-yes = o oui y yes
reason-audit-sending-stray = Une valeur a été écrite sur un portail pour la proposition { $name } sans qu’une décision l’ait retenue.
error-sending-under-way = Un portail est déjà lu ou écrit ici : attendez que ce soit fini.
error-nothing-looked-at = Rien de ce qui a été regardé ne reste à écrire : regardez de nouveau ce qui serait envoyé.
web-sendings-title = Renvoi au portail
web-sendings-link = Renvoi au portail
web-sendings-intro = Ce que des personnes ont accepté ou modifié, et rien d’autre, peut retourner au portail d’où viennent les fiches. Regardez d’abord chaque changement, avant et après ; puis écrivez, avec votre propre clé.
web-sendings-look = Regarder
web-sendings-portal = Portail
web-sendings-most = Nombre de valeurs
web-sendings-most-hint = De 1 à { NUMBER($most) }. Pour un envoi plus long : la commande « eclaireur send ».
web-sendings-look-send = Voir ce qui serait envoyé
web-sendings-look-revert = Voir ce qui serait annulé
web-sendings-none = Aucun portail udata ou CKAN n’est déclaré. Ajoutez-en un sous [catalogues] dans eclaireur.toml.
web-sendings-looking = Lecture de { $portal }
web-sendings-looked = Ce qui serait écrit sur { $portal }
web-sendings-writing = Écriture sur { $portal }
web-sendings-written = Ce qui a été fait sur { $portal }
web-sendings-failed = Arrêt en chemin sur { $portal }
web-sendings-values = { $count ->
     [0] Aucune valeur encore
     [one] Une valeur
    *[other] { NUMBER($count) } valeurs
    }
web-sendings-counts = En nombre
web-sendings-caption = Chaque valeur, avant et après
web-sendings-head-dataset = Jeu de données
web-sendings-head-field = Champ
web-sendings-head-former = Sur le portail
web-sendings-head-value = À écrire
web-sendings-head-fate = Ce qu’il en est
web-sendings-key = Votre clé d’API pour { $portal }
web-sendings-key-hint = Elle sert à cet envoi seulement et n’est gardée nulle part. Vous la trouvez sur votre compte du portail.
web-sendings-confirm-send = Envoyer
web-sendings-confirm-revert = Annuler
web-sendings-button-send = Écrire sur le portail
web-sendings-button-revert = Remettre ce qui y était

## Ce que le système refuse

system-problem = { $problem ->
    [busy] trop d’autres l’occupent. Recommencez dans un instant.
    [damaged] le fichier est endommagé. Restaurez une sauvegarde.
    [disk-full] le disque est plein. Libérez de la place et recommencez : ce qui avait été confirmé est gardé.
    [newer-version] une version d’Éclaireur plus récente que celle-ci les a écrites. Utilisez cette version, ou un autre dossier.
    [read-only] rien ne peut y être écrit. Vérifiez les droits d’accès, et que le disque n’est pas en lecture seule.
    [unreachable] la base de données ne répond pas. Démarrez-la et recommencez : ce qui avait été confirmé est gardé.
   *[other] { $problem }.
 }
