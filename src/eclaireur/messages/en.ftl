# What people read, in English.
# A variable is written { $name }; the names are those of the program.

## Fields, states and decisions

field-title = Title
field-description = Description
field-short_description = Short description
field-keywords = Keywords
field-theme = Themes
field-publisher = Publisher
field-acronym = Acronym
field-license = Licence
field-frequency = Update frequency
field-temporal = Period covered
field-spatial = Territory covered
field-distributions = Files
field-issued = Published on
field-modified = Last updated on

state-requested = Requested
state-proposed = To decide
state-withheld = No proposal
state-failed = Failed
state-accepted = Accepted
state-edited = Edited
state-rejected = Rejected
state-stale = Out of date

because-inaccurate = Inaccurate
because-incomplete = Incomplete
because-too_long = Too long
because-off_topic = Off topic
because-already_said = Already said
because-other = Other

## Errors

error-dataset-not-found = No dataset bears the identifier { $identifier }. Check it, or import its catalogue first.
error-suggestion-not-found = No suggestion bears the key { $suggestion }. It may have been deleted with its draft.
error-transition-refused = Suggestion { $suggestion } is { $state }; it cannot become { $target }.
error-already-decided = Suggestion { $suggestion } is already { $state }. Undo that decision first.
error-suggestion-stale = The dataset changed since suggestion { $suggestion } was made. Ask for a new one.
error-not-open-to-decision = Suggestion { $suggestion } is { $state }: it holds no proposal to decide on.
error-nothing-to-undo = Suggestion { $suggestion } is { $state }: it holds no decision to undo.
error-no-other-method = There is no other way to propose the field { $field } for this record: all have answered.
error-decided-meanwhile = Suggestion { $suggestion } changed while you were deciding. Look at it again.
error-suggested-meanwhile = Somebody else asked for { $field } of { $dataset } at the same time. Look at it again.
error-portal-identifier-taken = The catalogue already holds the dataset { $identifier } of this portal, so the draft was not added. Work on that dataset.
error-dataset-vanished = The dataset { $identifier } is no longer in its source: nothing is proposed for it until it returns.
error-unknown-field = Éclaireur proposes nothing for the field { $field }. It knows: { $known }.
error-unknown-model = No model is declared under the name “{ $model }”. Declared: { $known }.
error-wrong-kind-of-value = { $expected ->
    [keywords] The field { $field } takes a list of keywords.
    [themes] The field { $field } takes a list of themes.
   *[text] The field { $field } takes a text.
  }
error-wrong-length = The field { $field } takes { $minimum } to { $maximum } characters; this text has { $length }.
error-wrong-keyword = "{ $keyword }" cannot be a keyword: a keyword has { $minimum } to { $maximum } characters.
error-reserved-keyword = "{ $keyword }" cannot be added here: the portal gives a badge for it. Claim it there.
error-no-theme = No theme is left to keep. Reject the proposal instead.
error-unknown-theme = “{ $theme }” is none of the themes: { $choices }.
error-near-duplicate-keyword = "{ $keyword }" and "{ $other }" are one keyword, written in two ways: keep one of them.
error-no-keyword = No keyword is left to keep. Reject the proposal instead.
error-value-missing = An edit needs the new value.
error-personal-data-in-value = This text holds personal data: nothing of it was kept. Here it is masked; read it again, then save: “{ $masked }”
error-invalid-record = This record cannot be read: { $problem ->
     [not-json] it is not valid JSON.
     [not-utf8] its text is not UTF-8.
     [not-an-object] it is not a JSON object.
     [too-long] more than 32 MB.
     [too-deep] too many levels of nesting.
     [not-finite] a number is not finite.
     [no-identifier] its identifier (“id”) is missing.
     [identifier-too-long] its identifier (“id”) is too long: 300 characters at most.
     [missing-key] the key “{ $key }” is missing.
     [wrong-type] the key “{ $key }” holds a value of another type than expected.
     [not-csv] it is not a readable row of CSV, or it exceeds 32 MB.
     [wrong-columns] it has not as many columns as the header.
    *[other] { $problem }
    }
error-invalid-line = Line { $line } cannot be read: { $problem ->
     [not-json] it is not valid JSON.
     [not-utf8] its text is not UTF-8.
     [not-an-object] it is not a JSON object.
     [too-long] more than 32 MB.
     [too-deep] too many levels of nesting.
     [not-finite] a number is not finite.
     [no-identifier] its identifier (“id”) is missing.
     [identifier-too-long] its identifier (“id”) is too long: 300 characters at most.
     [missing-key] the key “{ $key }” is missing.
     [wrong-type] the key “{ $key }” holds a value of another type than expected.
     [not-csv] it is not a readable row of CSV, or it exceeds 32 MB.
     [wrong-columns] it has not as many columns as the header.
    *[other] { $problem }
    }
error-invalid-dataset = The dataset { $identifier } cannot be read: { $problem ->
     [not-json] it is not valid JSON.
     [not-utf8] its text is not UTF-8.
     [not-an-object] it is not a JSON object.
     [too-long] more than 32 MB.
     [too-deep] too many levels of nesting.
     [not-finite] a number is not finite.
     [no-identifier] its identifier (“id”) is missing.
     [identifier-too-long] its identifier (“id”) is too long: 300 characters at most.
     [missing-key] the key “{ $key }” is missing.
     [wrong-type] the key “{ $key }” holds a value of another type than expected.
     [not-csv] it is not a readable row of CSV, or it exceeds 32 MB.
     [wrong-columns] it has not as many columns as the header.
    *[other] { $problem }
    }
error-archived-dataset = The dataset of line { $line } is archived: it was left out.
error-catalogue-not-found = There is no file { $place }.
error-catalogue-is-directory = { $place } is a directory. Name the file that holds the catalogue.
error-unreadable-catalogue = { $place } cannot be opened: { $problem }
error-empty-catalogue = { $place } is empty.
error-unknown-catalogue-format = { $place } is neither JSON Lines, JSON, DCAT (RDF/XML, Turtle, JSON-LD), nor a CSV with the columns of data.gouv.fr.
error-damaged-catalogue = { $place } is damaged or cut short: its end could not be read.
error-catalogue-too-large = { $place } holds more than { $limit } MB in one piece. Give it as JSON Lines.
error-inflated-too-large = { $place } holds more than { $limit } MB once decompressed. Split it into smaller files.
error-invalid-rdf = { $place } is not readable { $syntax } from line { $line } on.
error-doctype-refused = { $place } has a document type declaration (DTD), which may hide entities: it is never read. Export it without a DTD.
error-remote-context-refused = The JSON-LD context of { $place } is elsewhere, and is never fetched. Put it in the document, or give Turtle or RDF/XML.
error-empty-source = This source holds no dataset: nothing was changed.
error-undecodable-text = The text on standard input is not in UTF-8. Convert it, then start again.
error-source-not-found = { $source } is neither a file nor the identifier of a dataset of the catalogue. Check it.
error-unusable-ranker = The keyword model { $place } cannot be used: it is damaged, or of another version. Delete it, then run `eclaireur keywords train`.
error-work-under-way = A training or a measure is under way already: wait until it ends.
error-no-concept = { $place } holds no concept with a web address and a label in French or in English.
error-wrong-vocabulary-name = A vocabulary cannot be called “{ $name }”. Give it a name of { $minimum } to { $maximum } characters with --name.
error-unusable-vocabulary = The vocabulary { $place } cannot be used: it is damaged, or of another version. Delete it, then add it again.
error-too-few-datasets = The catalogue has only { $number } datasets with keywords to learn from: { $minimum } are needed. The model that comes with the program goes on serving.
error-several-records = { $place } holds several records: give one, or use --batch.
error-store-unavailable = The data cannot be read or written at { $place }: { system-problem }

error-configuration-not-found = There is no configuration file { $place }.
error-unreadable-configuration = The configuration file { $place } cannot be read: { $problem }.
error-configuration-syntax = { $place }, line { $line }: this is not TOML. Check the quotes, the brackets and the “=” signs.
error-unknown-setting = { $place }, line { $line }: there is no setting “{ $setting }”. Did you mean “{ $nearest }”?
error-setting-missing = { $place }, line { $line }: the setting “{ $setting }” is missing.
error-wrong-setting = { $place }, line { $line }: “{ $setting }” { $expected ->
     [one-of] takes one of these values: { $choices }.
     [boolean] takes true or false.
     [number] takes a number, within reason.
     [list] takes a list that is not empty.
     [table] takes a table of settings, such as { "{" } … { "}" }.
     [form] is not written as expected: a country has two capitals (FR), an environment variable letters, digits and “_”.
     [name] cannot name a model: letters, digits, “-” and “_”.
     [active-above-total] has more active parameters than parameters.
     [environment-or-file] takes environment or file, and not both.
     [sign-in-without-way] does not say how to sign in: add [sign_in.openid], [sign_in.local], or both.
     [sign-in-without-address] has no address: with [sign_in.openid], give the one that people know (address = "https://…").
     [sign-in-address] has an address that is not that of a site: https://, a name, and nothing after; http:// on this machine alone.
    *[text] takes a text, neither empty nor very long.
    }
error-wrong-setting-address = { $place }, line { $line }: “{ $setting }” { $problem ->
     [user] holds a user or a password (“@”): take it out, the key is given by “key”.
     [query] holds a query (“?”): keep the address up to /v1.
     [port] has an impossible port.
     [plain] is in http, to a machine that is not declared private: what is sent could be read on its way. Use https, or add private = true if the machine is on your network.
     [host] does not name a machine that can be reached: a name, or an IP address in its usual form.
    *[form] is not an address such as https://host/v1.
    }
error-secret-in-configuration = { $place }, line { $line }: “{ $setting }” holds a secret, which has no place here. Put it in an environment variable or a file, and name that: key = { "{" } environment = "ALBERT_API_KEY" { "}" } or key = { "{" } file = "/run/secrets/albert" { "}" }. Change it too, if someone may have read it.
error-model-outside-policy = { $place }, line { $line }: the policy refuses the model { $model }: { $breach ->
     [operator] its operator is of the kind “{ $given }”, and only { $allowed } may serve. Remove the model, or add “{ $given }” to policy.operators.
     [country] it stands in the country { $given }, and only { $allowed } may. Remove the model, or add “{ $given }” to policy.countries.
     [weights] it asks for public weights, and the declaration names none. Add “weights”, or write open_weights_only = false in [policy].
    *[licence] it asks for public weights under a licence that is named. Add “licence”, or write open_weights_only = false in [policy].
    }
error-local-model-elsewhere = { $place }, line { $line }: the model { $model } is declared “local”, but its address is neither on this machine nor on this network. Add private = true if it is on your network, or correct operator.kind.
error-key-missing = The key of the model { $model } is not in { $place }. That variable, or that file, must hold it and nothing else.
error-wrong-address = This is not an address that can be used ({ $problem }).
error-egress-refused = Nothing was sent to { $origin }: { $problem ->
     [undeclared] this destination is not declared. If it should be, declare it in eclaireur.toml.
     [not-private] it is declared on your network, and its name leads elsewhere. Check the name, or take private = true away.
     [not-public] its name leads to a machine of this network, or nowhere. If that is meant, add private = true to its declaration.
     [redirect] it sends on to another address, which is never followed. Declare the final address.
    *[unreadable] the address cannot be read.
    }
error-host-unreachable = { $origin } cannot be reached: { $problem ->
     [name] its name is unknown.
     [connection] no connection gets through. Check that the server runs, and the port.
     [certificate] its certificate is not trusted. If its authority is yours, name it in SSL_CERT_FILE.
    *[tls] the encrypted connection fails. Check that it is an https server.
    }
error-host-too-slow = { $origin } did not answer in full within { $seconds } s.
error-answer-cut-short = { $origin } broke off its answer.
error-answer-too-large = { $origin } answered more than { $limit } MB: the rest was not read.
error-model-key-refused = { $origin } refuses the key given for the model { $model } ({ $status }). Check “key” in eclaireur.toml, and the key itself.
error-model-not-served = { $origin } has no model “{ $alias }” (404): the alias may have moved. “eclaireur models --ping” shows those it has.
error-model-busy = The model { $model } has too many requests: { $seconds ->
     [0] try again later.
    *[other] its server asks to wait { $seconds } s.
    }
error-model-server-failed = { $origin } fails on the model { $model } ({ $status }).
error-model-request-refused = { $origin } refuses what is asked of the model { $model } ({ $status }). If its server cannot follow a JSON schema, write json_schema = false.
error-model-resting = The model { $model } failed { $failures } times in a row: it is left alone for { $seconds } s.
error-model-answer-unusable = The model { $model } answered, but the answer cannot be used: { $problem ->
     [length] it is cut, for want of room.
     [empty] it is empty.
     [refusal] it declines to answer.
     [schema] it is not of the form that was asked.
    *[form] it is not that of an OpenAI-compatible server.
    }
error-portal-refuses = { $origin } refuses access to its catalogue ({ $status }).
error-portal-lacks = { $origin } has no such catalogue ({ $status }). Check the address, and --kind.
error-portal-busy = { $origin } has too many requests: { $seconds ->
     [0] try again later.
    *[other] it asks to wait { $seconds } s.
    } What was read is kept: the same import will go on from there.
error-portal-failed = { $origin } failed ({ $status }). What was read is kept: the same import will go on from there.
error-portal-answer-unusable = The answer of { $origin } cannot be used: { $problem ->
     [loop] it gives the same page again and again.
     [not-json] it is not JSON.
    *[unexpected] it is not of the form expected.
    } What was read is kept.
error-task-switched-off = Proposals for the field { $field } are turned off here by the operator.
error-model-switched-off = The model { $model } is turned off here by the operator: only the method without a model answers.
error-budget-spent = Today’s budget is spent: { $resource ->
     [requests] { $limit } requests to language models.
     [tokens] { $limit } tokens read and written by language models.
    *[energy_wh] { $limit } Wh for language models.
    } Only the method without a model answers, until tomorrow.

## Short description

method-extraction = Sentences of the record, chosen and shortened, without a language model
method-generation = Text of a language model, checked against the record
reason-answer-length = The model wrote { NUMBER($length) } characters; the portal takes { $minimum } to { $maximum }. Its text was set aside.
reason-answer-markup = The model wrote something else than plain text. It was set aside.
reason-answer-link = The model wrote a link, an address or a contact. Its text was set aside.
reason-answer-personal-data = The model wrote about a person. Its text was set aside.
reason-answer-echo = The model repeated its instructions instead of describing the data. Its text was set aside.
reason-answer-sentences = The model did not write one or two whole sentences ({ $maximum } at most). Its text was set aside.
reason-answer-language = The model did not write in French. Its text was set aside.
reason-answer-wording = The model did not write a description: its text speaks of itself, addresses the reader or begins wrongly. It was set aside.
reason-answer-title = The model wrote nothing more than the title. Its text was set aside.
reason-answer-unsupported = { $count ->
    [one] The model wrote one thing that the record does not say. Its text was set aside.
   *[other] The model wrote { NUMBER($count) } things that the record does not say. Its text was set aside.
 }
reason-title-missing = The title is missing. Say in a few words what the data are, then ask again.
reason-description-too-short = The description has { NUMBER($length) } useful characters; choosing among them without inventing takes at least { NUMBER($minimum) }. A shorter one is checked by hand: if one of its sentences already says what the data are, take it yourself. Otherwise add what is missing: what the data are about, their source, their territory, their period.
reason-not-in-french = The description is not in French, the only language that Éclaireur can sum up. Add a few sentences in French.
reason-no-sentence-on-content = No sentence of the description says what the data are. Begin it with one that does.
reason-warning-lost = The description warns that the data, or the act that they show, are out of date or out of force; no sentence says so together with what the data are. Write one that says both.
reason-method-failed = A defect of Éclaireur, not of your record, which was not touched. You may ask again.
reason-personal-data = The sentences that say what the data are hold personal data (a name, an address, a number). Write one that holds none.

## Keywords

method-portal-vocabulary = Portal’s vocabulary and terms of the text, without a language model
reason-nothing-to-read = This record has neither title nor description. Write at least a title that says what the data is.
reason-no-keyword-found = The title and the description hold no term that could be a keyword. Write what the data is about: the theme, the thing described, the territory.
reason-no-other-keyword = The dataset’s keywords already say what its title and description allow to propose.
reason-cold-catalogue = { $datasets ->
    [0] The catalogue has no other dataset with keywords yet: these keywords come from the text alone and from the vocabularies that were added. Review them closely.
    [one] The catalogue has only one other dataset with keywords yet, and it takes { $minimum } to know the portal’s habits: review these keywords closely.
   *[other] The catalogue has only { $datasets } other datasets with keywords yet, and it takes { $minimum } to know the portal’s habits: review these keywords closely.
}
reason-answer-keywords = None of the model’s keywords is at once in the record, new and taken by the portal.

## Themes

theme-AGRI = Agriculture, fisheries, forestry and food
theme-ECON = Economy and finance
theme-EDUC = Education, culture and sport
theme-ENER = Energy
theme-ENVI = Environment
theme-GOVE = Government and public sector
theme-HEAL = Health
theme-INTR = International issues
theme-JUST = Justice, legal system and public safety
theme-REGI = Regions and cities
theme-SOCI = Population and society
theme-TECH = Science and technology
theme-TRAN = Transport
method-theme-lexicon = Lexicon of themes, words of the record and of its neighbours, without a language model
reason-no-theme-found = Nothing in the record says clearly enough what theme the data are of. Write what they are about, or choose the theme yourself on the portal.
reason-no-other-theme = The record’s themes are those that its words lead to.
reason-answer-themes = None of the model’s themes is at once known, new and supported by words of the record.

## What supports a proposal

why-passage = Read in the field “{ $field }”: “{ $text }”
why-datasets = { $count ->
    [one] Carried by one dataset of the catalogue: { $examples }.
   *[other] Carried by { $count } datasets of the catalogue, among them { $examples }.
}
why-alike = { $count ->
    [one] As a neighbouring dataset, by its keywords: { $examples }.
   *[other] As { $count } neighbouring datasets, by their keywords, among which { $examples }.
}
why-keyword = Said by a keyword of the record: “{ $keyword }”
why-example = “{ $title }”
why-concept = Named by the vocabulary “{ $vocabulary }”: “{ $label }”, { $uri }
why-concept-under = Named by the vocabulary “{ $vocabulary }”: “{ $label }”, under “{ $broader }”, { $uri }

## Checking and masking

check-kind-year = year
check-kind-date = date
check-kind-period = period
check-kind-number = number
check-kind-place = place
check-kind-organisation = organisation
check-kind-frequency = frequency
check-kind-scope = scope
check-kind-source = source
check-kind-content = content
check-how-exact = word for word
check-how-normalised = in another form
check-how-derived = by deduction
check-supported = { $claims ->
    [0] This text claims nothing that can be confronted with the record.
    [one] The only claim found in this text is in the record.
   *[other] The { NUMBER($claims) } claims found in this text are in the record.
 }
check-unsupported = { $unsupported ->
    [one] One claim is not in the record, out of { NUMBER($claims) } found in this text.
   *[other] { NUMBER($unsupported) } claims are not in the record, out of { NUMBER($claims) } found in this text.
 }
check-claim-supported = “{ $text }” ({ $kind }): in the record, field “{ $field }”, { $how }: “{ $passage }”
check-claim-unsupported = “{ $text }” ({ $kind }): not in the record

claim-year = “{ $text }”: this year is not in the record.
claim-date = “{ $text }”: this date is not in the record.
claim-period = “{ $text }”: this period is not in the record.
claim-number = “{ $text }”: this number is not in the record, or counts something else there.
claim-place = “{ $text }”: this place is not in the record.
claim-organisation = “{ $text }”: this organisation is not in the record.
claim-frequency = “{ $text }”: this frequency is not the one of the record.
claim-scope = “{ $text }”: the record does not say so.
claim-source = “{ $text }”: this source is not in the record.
claim-content = “{ $text }”: the record does not mention it.
claim-doubts = { $count ->
    [one] 1 point to check
   *[other] { NUMBER($count) } points to check
 }
claim-all-supported = Everything this text says is in the record.
claim-by-rules = Found by rules, which can be wrong: the decision is yours.
claim-too-long = This text is too long to be compared with the record: { NUMBER($maximum) } characters at most.
claim-ask = Check
claim-ask-short_description = Check the short description

masked-person = { $count ->
    [one] 1 person’s name
   *[other] { NUMBER($count) } persons’ names
 }
masked-email = { $count ->
    [one] 1 e-mail address
   *[other] { NUMBER($count) } e-mail addresses
 }
masked-phone = { $count ->
    [one] 1 phone number
   *[other] { NUMBER($count) } phone numbers
 }
masked-address = { $count ->
    [one] 1 postal address
   *[other] { NUMBER($count) } postal addresses
 }
masked-nir = { $count ->
    [one] 1 social security number
   *[other] { NUMBER($count) } social security numbers
 }
masked-iban = { $count ->
    [one] 1 bank account
   *[other] { NUMBER($count) } bank accounts
 }
masked-plate = { $count ->
    [one] 1 number plate
   *[other] { NUMBER($count) } number plates
 }
masked-birth_date = { $count ->
    [one] 1 date of birth
   *[other] { NUMBER($count) } dates of birth
 }
masked-id_document = { $count ->
    [one] 1 identity document number
   *[other] { NUMBER($count) } identity document numbers
 }
masked-handle = { $count ->
    [one] 1 online account
   *[other] { NUMBER($count) } online accounts
 }
masked-notice = Masked before it was kept: { $listed }.
masked-why = No personal data is kept here. If it was the name of a place or of an organisation, edit the record and say what it is: “le gymnase Jeanne Morel”, not “Jeanne Morel”.
masked-edit = Your text held personal data: nothing of it was recorded. Here it is masked; rework the text, then save it.

## Command line

cli-help = Éclaireur helps to describe datasets: it proposes, a person decides.

    For each dataset of a catalogue it proposes a short description, keywords and themes, with the passage that supports each. Nothing enters an export without a decision. Where the record says too little, it proposes nothing and says what to write.

    { "\u0008" }
    A typical session:
      eclaireur catalogue import catalogue.jsonl
      eclaireur suggest short_description keywords --id my-dataset
      eclaireur decide SUGGESTION accept
      eclaireur export --format csv --output catalogue.csv

    The same can be done in a browser: “eclaireur serve”.

cli-epilog = { "\u0008" }
    Exit codes:
      0    the work is done, whatever the verdicts
      1    the program is at fault (ECLAIREUR_TRACE=1 shows the trace)
      2    the command line is wrong
      3    a dataset, a suggestion or a file does not exist
      4    the state of things does not allow it: already decided, out of date
      5    an input cannot be used: a file, a line or a value
      6    the database, the port or the disk does not answer
      7    a check of an audit fails
      8    a measure of an evaluation is worse than before
      130  interrupted

    A dataset or a line that is wrong does not stop the others: the code is then that of the first error.

    Results go to standard output and errors to standard error; with --json, both are JSON objects, one a line.

cli-section-start = Begin:
cli-section-decide = Propose and decide:
cli-section-verify = Check a text, or the installation:
cli-section-leave = Take away:
cli-section-configure = Set up:
cli-heading-usage = Usage:
cli-heading-options = Options:
cli-heading-commands = Commands:
cli-metavar-options = [OPTIONS]
cli-metavar-command = COMMAND [ARGUMENTS]…
cli-metavar-directory = DIRECTORY
cli-metavar-file = FILE
cli-metavar-source = SOURCE
cli-metavar-fields = FIELD…
cli-metavar-id = ID
cli-metavar-key = SUGGESTION
cli-metavar-record = RECORD
cli-metavar-text = TEXT
cli-metavar-field = FIELD
cli-metavar-name = NAME
cli-metavar-organisation = ORGANISATION
cli-option-help = Show this help.
cli-option-version = Show the version.
cli-option-data = The directory of all that Éclaireur keeps [ECLAIREUR_DATA]. By default: { $default }.
cli-option-database = The URL of a PostgreSQL database, in place of the SQLite file in that directory [ECLAIREUR_DATABASE].
cli-option-config = The configuration file [ECLAIREUR_CONFIG]. By default “eclaireur.toml” of that directory, if it is there.
cli-option-lang = The language of the messages [ECLAIREUR_LANG]. By default the system’s, else French.
cli-option-json = Answer with a JSON object.
cli-option-json-lines = Answer with a JSON object a line.
cli-log-format = How the log is written to standard error: lines of text, or JSON objects, one a line [ECLAIREUR_LOG_FORMAT]. By default: { $default }.
cli-standard-output = standard output
cli-interrupted = Interrupted.
cli-unexpected = The program failed unexpectedly ({ $kind }). Run it again with ECLAIREUR_TRACE=1 to see the trace.

cli-serve = Open Éclaireur’s pages on this machine.

    Without [sign_in] in eclaireur.toml, only this machine sees them: an address that is open to other machines is refused.
cli-serve-host = The address to listen on. By default: { $default }.
cli-serve-listening = Éclaireur is open at { $url } (Ctrl+C to stop).
cli-serve-port = The port to listen on. By default: { $default }.

cli-catalogue = Fill the catalogue.
cli-import = Add the datasets of a file (“-”: standard input), of a declared portal or of an address to the catalogue.

    The format of a file is told from its content: JSON Lines, JSON, DCAT (RDF/XML, Turtle, JSON-LD), or the CSV of data.gouv.fr’s export, with or without gzip. A portal is given by the name of its declaration in eclaireur.toml, or by its address, which then counts as declared for this import alone.

    A dataset already there is replaced; its decisions stay, its open proposals go out of date if the source has changed. What the same source no longer holds is marked as vanished, and kept with its decisions. Archived datasets are left out. What cannot be read is reported, and the rest is read. An interrupted import goes on from where it was, with the same command.
cli-import-sample = Import the fictional catalogue that comes with Éclaireur.
cli-import-progress = Importing
cli-imported = Added: { $added }. Changed: { $changed }. Returned: { $returned }. Unchanged: { $unchanged }. Vanished from the source: { $vanished }. Proposals gone out of date: { $made_stale }. Archived, left out: { $archived }. Unreadable: { $unreadable }.
cli-imported-unidentified = At least one record could not be identified: nothing was marked as vanished.
cli-import-kind = What the portal speaks. By default, its answers tell.
cli-import-private = The address is on this machine or network.
cli-import-source = The name of this source, if its file or address changes from one import to the next.

cli-suggest = Propose a value for each FIELD: short_description, keywords, theme.

    The datasets come from the catalogue (--id), or from a file in any format of the import (--from). A record of a file that is not the catalogue’s becomes a draft, kept for a day; one without an identifier is called “line-” and the number of its line.

    With --json, one line per record and field, in order: suggestion, id, field, status (proposed, withheld or failed; accepted or edited where a decision is in force), value, reason, method, model, evidence, usage.
cli-suggest-id = A dataset of the catalogue. The option can be repeated.
cli-suggest-from = A file of records (“-”: standard input).
cli-suggest-another = Ask for another proposal than the one there is: the next method answers, a language model where there is one.
cli-suggest-dry-run = Compute and keep nothing: nothing can be decided afterwards.
cli-suggest-progress = Answers

cli-suggestions = List suggestions, by key.
cli-suggestions-status = Those in this state.
cli-suggestions-field = Those for this field.

cli-check = Confront a text with the record it speaks of.

    Each year, number, place, organisation, frequency, scope, source or content of the text is looked for in the record: what supports it is shown, what nothing supports is pointed out. The check follows rules, without a language model; it can be wrong.

    The exit code is 0 whatever the verdict.
cli-check-source = The record: a file that holds one ("-": standard input), the JSON object itself, or the identifier of a dataset of the catalogue.
cli-check-text = The text ("-": standard input).
cli-check-batch = A JSON Lines file of requests id, record, text ("-": standard input); answers id, supported, claims, in order.
cli-check-progress = Texts confronted
cli-mask = Mask the personal data of standard input.

    Names of people, e-mail and postal addresses, phones, social security numbers, bank accounts, number plates, dates of birth, identity documents and online accounts give way to their type, in French: [personne], [e-mail]… The masked text goes to standard output, what was masked to standard error. Nothing is kept; the rules can be wrong, read again.

    With --json: text, and spans (start, end, type) in the text that was given, in Unicode code points.
cli-mask-batch = A JSON Lines file of objects text ("-": standard input); answers text and spans, in order.
cli-mask-progress = Texts masked
cli-mask-typing = Type or paste the text, then Ctrl+D on an empty line.
cli-masked = Masked: { $listed }.
cli-masked-nothing = Nothing to mask was found.

cli-decide = Accept, edit or reject a SUGGESTION.

    One that is out of date or already decided is refused (code 4).
cli-decide-value = The value of an edit; keywords and themes are separated by commas.
cli-decide-reason = Why an edit or a rejection: counted by day, kept nowhere else.
cli-undo = Take back the decision on a SUGGESTION.

    The proposal is open again, or out of date if the source has changed since.

cli-export = Write every dataset, with the values retained, marked as such.

    jsonl and json have the keys of the import, plus “provenance”; csv opens in a spreadsheet; dcat is DCAT in JSON-LD, dcat-turtle in Turtle. The order is always the same.
cli-export-format = The format. By default: { $default }.
cli-export-output = The file to write, replaced at once (“-”: standard output, the default).
cli-export-changes = The accepted and edited values only, one a line, with what they take the place of and where they come from.
cli-export-id = This dataset only. The option can be repeated.

cli-config = Explain the configuration.
cli-config-check = Read the configuration and say what it allows.

    Each mistake is told with its line. Nothing is sent to anyone. Keys are looked for where the file says they are, and never shown.

    With --json: file, policy, models, tasks, budgets, telemetry, destinations.
cli-config-file = Configuration: { $place }
cli-config-no-file = No configuration file: no model is declared, nothing leaves this machine.
cli-config-policy = Policy: operators { $operators }; countries { $countries }; { $open_weights ->
     [yes] public weights only.
    *[no] public weights or not.
    }
cli-config-popularity = Search: the use of a dataset counts { $popularity } in its rank (1: as learned; 0: nothing).
cli-config-no-model = No model is declared.
cli-config-destinations = Destinations allowed: { $origins }.
cli-config-no-destination = Nothing can be sent anywhere.

cli-models = List the models that are declared, and what each task would use.

    With --ping, each is tried: its server answers, it knows the model. Nothing is given to it to read. The exit code is 0 once the list is made, whatever the servers answer.

    The methods of each task follow, in the order in which they are asked: the first answers by itself, the others on demand, or by themselves if the configuration says so. What is off, or out of budget today, is told.

    With --json, an object for each model: name, declaration and, with --ping, ping (reached, served, latency_ms, names, problem); then an object for each task: task, turns (method, model, automatic, obstacle, off_for), off_for. A line that has “name” is a model, a line that has “task” a task.
cli-models-ping = Try each model.
cli-switch = Turn a task or a model off or on, at once.
cli-switch-off = Turn a task (its field) or a model (its name) off.

    A task that is off proposes nothing more. When a model is off, the method without a model answers, and says why.
cli-switch-on = Turn a task or a model on again.
cli-switch-list = List what is turned off.
cli-switch-organisation = Only for the datasets of this organisation.
cli-switch-nothing-off = Nothing is turned off.
cli-switch-kind-task = The task
cli-switch-kind-model = The model
cli-switch-line = { $kind } { $name }: off for everybody.
cli-switch-line-organisation = { $kind } { $name }: off for “{ $organisation }”.
cli-keywords = Learn how this portal chooses its keywords, and measure it.
cli-keywords-train =
    Learn from the catalogue to rank keywords.

    One producer in five is kept aside. What is learned is compared there with the model in place, and takes its place only if it is no worse. Two to three minutes for 50,000 datasets.
cli-keywords-evaluate =
    Measure the model in place on the producers kept aside.

    The figures are the F1 of the first five keywords, compared exactly with the producer’s.
cli-keywords-progress = Datasets read
cli-keywords-kept = The new model is in place; a server that runs uses it from the next proposal on.
cli-keywords-refused = The new model is worse: the one in place stays.
cli-keywords-new = New
cli-keywords-former = In place before
cli-keywords-serving = In place
cli-keywords-figures = { $label } ({ $version }): F1 { NUMBER($known, minimumFractionDigits: 3, maximumFractionDigits: 3) } where the producer has other datasets, { NUMBER($unseen, minimumFractionDigits: 3, maximumFractionDigits: 3) } where it has none; { $records } datasets kept aside.
cli-vocabulary = Add controlled vocabularies, and list them.
cli-vocabulary-add =
    Add the controlled vocabulary of a file, or replace it.

    SKOS in RDF/XML, Turtle or JSON-LD, or JSON Lines. What the text of a record names in it, by a preferred label or another, may become a keyword, with the concept and its address.
cli-vocabulary-name = Its name; that of the file without this option.
cli-vocabulary-list = List the vocabularies that were added.
cli-vocabulary-line = { $name }: { NUMBER($concepts) } concepts, { NUMBER($labels) } labels; { NUMBER($placed) } concepts under another.
cli-vocabulary-added = It is in place; a server that runs uses it from the next proposal on.
cli-vocabulary-none = No vocabulary was added.
cli-ledger = Show what models and methods cost, and what was avoided.

    By task, model and day; by retained proposal; what the cache and the method without a model avoided. What nobody knows is in no sum: unknown is not zero.
cli-ledger-days = By day
cli-ledger-asked = Asked of language models: { $cost }
cli-ledger-retained = Retained proposals: { $count }; for each: { $energy }
cli-ledger-cache = Avoided by the cache: { $cost }
cli-ledger-frugal = Proposed without a language model: { $count }; a model would have used: { $energy }
cli-ledger-day = { $day } · { $field } · { $made_by }: { $cost } · failures: { $failed }
cli-ledger-cost = calls: { $calls } · { $tokens } · { $energy } · { $carbon } · of unknown energy: { $unknown }
cli-ledger-embedded = Spent without a language model: { $energy }
cli-ledger-method = Energy as the server reports it, else estimated: { $method }. Without a model, estimated too: { $embedded }.
cli-models-task = { $field }, in this order:
cli-models-turn = { $place }. { $made_by }: { $automatic ->
     [yes] answers by itself
    *[no] on demand
    }{ $obstacle ->
     [task-switched-off] { " · " }task turned off
     [model-switched-off] { " · " }model turned off
     [budget-spent] { " · " }budget of the day spent
    *[none] { "" }
    }
cli-models-off-for = off for “{ $organisation }”
cli-config-telemetry = Traces: sent to { $address }, under the name { $service }.
cli-model-line = { $name }: { $alias } at { $address }
cli-model-operator = Operator: { $operator } ({ $kind ->
     [local] local
     [state] State
    *[other] other
    }), { $country }
cli-model-weights = Weights: { $weights }, licence { $licence }
cli-model-no-weights = Weights: not public
cli-model-size = Size: { $total ->
     [0] unknown
    *[other] { $total } billion parameters, { $active } active
    }; context of { $context } tokens
cli-model-key-environment = Key: in the variable { $place }
cli-model-key-file = Key: in the file { $place }
cli-model-no-key = Key: none
cli-model-served = Answers in { $milliseconds } ms and knows “{ $alias }”.
cli-model-not-served = Answers in { $milliseconds } ms, but does not know “{ $alias }”. It knows: { $names }.

cli-shown-key = Key: { $key }
cli-shown-method = Method: { $method }
cli-shown-model = Model: { $model }
cli-shown-open = Automatic proposal, experimental, to be read over.

usage-help = “{ $command } --help” shows the help.
usage-no-such-option = There is no option { $option }.
usage-no-such-command = There is no command { $command }.
usage-missing = { $parameter } is missing.
usage-not-a-choice = { $parameter } takes one of: { $choices }.
usage-not-in-range = { $parameter } takes a number from { $minimum } to { $maximum }.
usage-option-value = The option { $option } is misused: it lacks a value, or takes none.
usage-unexpected-argument = This is too much: { $arguments }
usage-import-source = Give a file, a portal or an address, or --sample.
usage-import-both = Give a source or --sample: one or the other, not both.
usage-suggest-source = Give identifiers with --id, or a file with --from.
usage-another = --another is for datasets of the catalogue (--id), and does not go with --dry-run.
usage-check-source = Give the record with --source and the text with --text, or a file with --batch.
usage-one-input = Standard input can give either the record or the text.
usage-value-only-edit = --value goes with “edit” only.
usage-reason-not-accept = --reason goes with “edit” or “reject” only.

error-output-unwritable = Nothing can be written to { $place }: { system-problem }

## Backups

cli-backup = Copy all that Éclaireur keeps into a new directory, whether it serves meanwhile or not.

    That directory is a data directory itself. What makes itself again (index, learned keywords) is left out, and so are drafts, which live for a day. With PostgreSQL, use pg_dump: see the page for operators.
cli-backup-made = { NUMBER($files) } files backed up to { $place }.
cli-restore = Put a backup back, into an empty data directory.
cli-restored = { NUMBER($files) } files put back into { $place }. The index will be made again at the first start.
error-backup-place-taken = No backup can be made at { $place }: it is there already, or is among what is backed up. Give another directory, elsewhere.
error-backup-unusable = { $place } is no backup that can be put back: { $problem }. Take another.
error-database-elsewhere = The database is elsewhere ({ $place }): back it up with pg_dump, and put it back with pg_restore.
error-restore-place-taken = Nothing is put back into { $place }: it is not empty, and a server may be using it. Stop it, then empty the directory or give another with --data.

## HTTP API

problem-notfound = Not found
problem-conflict = The state of things does not allow it
problem-invalidinput = Unusable input
problem-unavailable = Unavailable
problem-invalid-request = Wrong request
problem-invalid-request-detail = The request does not follow the description of the API.
problem-invalid-request-mistakes = The request does not follow the description of the API: { $mistakes }
mistake-missing = { $place } is missing
mistake-unknown = { $place } holds a key that the description does not have
mistake-choice = { $place } takes one of these values: { $limit }
mistake-too-long = { $place } is too long, { $limit } at most
mistake-too-short = { $place } is too short, { $limit } at least
mistake-too-small = { $place } is too small, { $limit } at least
mistake-too-big = { $place } is too big, { $limit } at most
mistake-wrong-type = { $place } is not of the type expected
mistake-not-json = { $place } is not valid JSON
mistake-together = { $place } holds values that do not go together, or lacks one
mistake-other = { $place } cannot be used
problem-bad-request = Unreadable request
problem-bad-request-detail = The request cannot be read.
problem-sign-in-needed = Signing in is needed
problem-sign-in-needed-detail = This takes signing in, or the token given is not the one.
problem-notallowed = Role not granted
problem-forbidden = Request refused
problem-forbidden-detail = The request comes from another site, or under an unknown host name.
problem-route-not-found = Unknown address
problem-route-not-found-detail = There is no such address in the API. It is described at /api/v1/openapi.json.
problem-method-not-allowed = Method refused
problem-method-not-allowed-detail = This address does not take that method; the Allow header says which it takes.
problem-request-timeout = Request too slow
problem-request-timeout-detail = The content of the request took too long to arrive.
problem-too-busy = Too many requests at once
problem-too-busy-detail = Too many requests are under way at once. Nothing was recorded. Try again in as many seconds as Retry-After says.
problem-too-large = Content too large
problem-too-large-detail = The content of the request is larger than allowed.
problem-too-many-requests = Too many requests
problem-too-many-requests-detail = Too many requests came from this address in a short time. Wait for as many seconds as Retry-After says.
problem-unsupported-media-type = Content type refused
problem-unsupported-media-type-detail = The content must be JSON, announced by “Content-Type: application/json”.
problem-unexpected = Unexpected error
problem-unexpected-detail = The program failed unexpectedly. The server’s log keeps the trace.

## Ledger

ledger-empty = Nothing has been computed yet.
ledger-tokens = { $count ->
    [one] 1 token
   *[other] { NUMBER($count) } tokens
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
ledger-unknown = unknown
ledger-source-reported = reported by the server
ledger-source-estimated = estimated, EcoLogits
ledger-source-cpu_time = estimated, CPU time
ledger-source-unknown = unknown

## Search and a dataset’s page, for whom reuses data

web-search-hint = Words, a question, a place or an organisation. Typing mistakes are understood. Your search is neither kept nor passed on.
web-refine = Refine the search
web-refine-organisation = Organisation
web-refine-format = File format
web-refine-license = Licence
web-refine-place = Territory
web-refine-since = Data since
web-refine-until = Data until
web-refine-year = A year, in four digits
web-refine-hint = A part of a name is enough: the beginning of each of its words, whatever the case and accents. A name written in full keeps that one alone. Years have four digits.
web-names-organisation = The commonest organisations
web-names-format = The commonest formats
web-names-license = The commonest licences
web-names-place = The commonest places
web-refine-apply = Apply
web-chosen = Filters in use
web-chosen-one = { $name }: { $value }
web-chosen-remove = (remove this filter)
web-order = Sort by
web-order-relevance = relevance
web-order-title = title
web-order-recent = most recent
web-order-usage = most used
web-total-cut = the first { NUMBER($count) } can be paged through
web-left-out = { $count ->
    [one] In this order, one more dataset, which says less than half of your search, is left out.
   *[other] In this order, { NUMBER($count) } more datasets, which say less than half of your search, are left out.
 }
web-read-as = Results for { $words } too.
web-unknown-words = No record holds { $words }.
web-nothing-found = Nothing answers this search.
web-ideas = These searches give results:
web-idea-words = Search “{ $words }”
web-idea-without = Remove the filter “{ $filter }”
web-idea-without-all = Remove all filters
web-no-idea = Try a more common word, a synonym, or the name of the organisation that would publish these data.
web-why-found = Why this result
web-why-read-as = “{ $word }” read as “{ $other }”
web-alike = { $count ->
    [one] 1 other dataset with the same title but for figures
   *[other] { NUMBER($count) } other datasets with the same title but for figures
 }
web-updated = updated { $age }
web-age-today = today
web-age-yesterday = yesterday
web-age-days = { NUMBER($count) } days ago
web-age-months = { $count ->
    [one] 1 month ago
   *[other] { NUMBER($count) } months ago
 }
web-age-years = { NUMBER($count) } years ago
web-retained-here = (description retained here)
web-feedback-question = Are these results useful to you?
web-feedback-yes = Useful
web-feedback-no = Not what I am looking for
web-feedback-hint = Only the answers are counted, by day; your search is not sent.
web-feedback-thanks = Thank you, your answer is counted.
web-published-by = Published by
web-to-cards = Are you its producer? Complete this record
web-cards-hint = For its producer. A proposal enters the record only if a person retains it.
web-portrait = The essentials
web-origin-published = Short description, as published
web-origin-accepted = Automatic proposal, accepted by a person here on { DATETIME($day, dateStyle: "long") }
web-origin-edited = Automatic proposal, edited by a person here on { DATETIME($day, dateStyle: "long") }
web-late = This date is far past the announced frequency: the data may no longer be kept up to date.
web-no-licence = Without a licence, nothing allows reuse: ask the organisation.
web-uses = Uses
web-uses-views = { $count ->
    [one] 1 view
   *[other] { NUMBER($count) } views
 }
web-uses-downloads = { $count ->
    [one] 1 download
   *[other] { NUMBER($count) } downloads
 }
web-uses-reuses = { $count ->
    [one] 1 reuse
   *[other] { NUMBER($count) } reuses
 }
web-file-untitled = Untitled file
web-file-columns = { $count ->
    [one] 1 column described
   *[other] { NUMBER($count) } columns described
 }
web-more-files = { $count ->
    [one] 1 other file
   *[other] { NUMBER($count) } other files
 }
web-no-file = The record names no file.
web-description-published = Description, as published
web-description-draft = Description, as kept
web-missing = What the record does not say
web-missing-hint = Neither the portal nor a person here has filled it in.
web-similar = Similar datasets
web-similar-how = The closest by the meaning of their words, computed on this machine.

## Web pages

web-day = { DATETIME($day, dateStyle: "long") }
web-number = { NUMBER($number) }
web-language-name = English
web-skip = Skip to the content
web-unreachable = Éclaireur does not answer. Nothing was recorded: check that it still runs, then try again.
web-unsaved = What you entered is not saved. Save it first, or choose the language again to abandon it.
web-nav-main = Main navigation
web-nav-language = Language of the page
web-nav-catalogue = Catalogue
web-nav-draft = Describe a new dataset
web-trail = Breadcrumb
web-commitments = Éclaireur proposes, a person decides: nothing enters a record without your agreement, and every decision can be undone. { $models ->
    [0] Proposals are computed here, without a language model. { $signin ->
        [yes] Reading takes no account; whoever decides signs in.
       *[no] No account, no personal data, nothing sent elsewhere.
    }
   *[other] The first proposal is computed here, without a language model; another may be written by a model that the operator has declared, personal data masked. { $signin ->
        [yes] Reading takes no account; whoever decides signs in.
       *[no] No account.
    } Nothing sent to anyone undeclared.
}

web-list-title = Catalogue
web-list-heading = Find data, and let them be found
web-intro = Search in your own words. For each dataset, Éclaireur also proposes to its producer what it lacks: a short description, keywords, themes, each with the passage it comes from. A person accepts, edits or rejects.
web-empty-title = The catalogue is still empty
web-empty-import = Import your portal’s export, in JSON Lines or CSV, from a terminal:
web-empty-file = catalogue.csv
web-empty-draft = Or try at once on a record that you paste or write here. It will be deleted after 24 hours.
web-search-label = Find a dataset
web-search = Search
web-filter-label = What remains to complete
web-filter-all = All
web-filter-short_description = No short description
web-filter-keywords = No keywords
web-filter-theme = No theme
web-results = Datasets
web-total = { $count ->
    [0] No dataset
    [one] 1 dataset
   *[other] { NUMBER($count) } datasets
 }
web-page-of = page { NUMBER($page) } of { NUMBER($pages) }
web-none-lacking = No dataset is in this case.
web-see-all = See the whole catalogue
web-untitled = (untitled)
web-open-proposals = { $count ->
    [one] 1 proposal to decide
   *[other] { NUMBER($count) } proposals to decide
 }
web-lacks-short_description = No short description
web-lacks-keywords = No keywords
web-lacks-theme = No theme
web-lacks-nothing = Nothing is missing
web-paging = Pages of the catalogue
web-previous = Previous page
web-next = Next page

web-cards-title = What Éclaireur can propose
web-absent = Not given
web-period = from { $start } to { $end }
web-period-since = since { $start }
web-period-until = until { $end }
web-description-cut = The description is very long: only its beginning is shown here. The export holds all of it.
web-side-published = Published
web-side-draft = In the draft
web-ask-short_description = Propose a short description
web-ask-keywords = Propose keywords
web-ask-theme = Propose themes
web-ask-hint-short_description = One or two sentences that say what the data are, taken from the record’s own text.
web-ask-hint-keywords = Keywords taken from the record and from the portal’s vocabulary.
web-ask-hint-theme = One or two of the thirteen themes of European portals, by the record’s own words.
web-ask-again = Ask for a new proposal
web-ask-another = Ask for another proposal
web-ask-another-hint = A language model writes it from the record, which takes more energy. It is checked before it is shown.
web-no-other-proposal = No other proposal.
web-busy = Reading the record…
web-label = Automatic proposal, experimental, to be reviewed
web-method = Method: { $method }.
web-model = Model: { $model }.
web-count = { NUMBER($count) } characters of { NUMBER($maximum) } at most
web-limits = { NUMBER($maximum) } characters at most
web-evidence = Where does this come from?
web-quoted = “{ $text }”
web-passage-of = Passage read in the field “{ $field }”:
web-read-in = Read in the field “{ $field }”
web-borne-by = { $count ->
    [one] Borne by 1 dataset of the catalogue
   *[other] Borne by { NUMBER($count) } datasets of the catalogue
 }
web-borne-by-none = New in this catalogue
web-named-by = Named by the vocabulary “{ $vocabulary }”
web-under = under “{ $broader }”
web-about = (keyword “{ $part }”)
web-accept = Accept
web-edit = Edit
web-edit-close = Back to the proposal
web-edit-label = { $field }, in your words
web-save-edit = Save my version
web-reject = Reject
web-why-reject = Why? (optional)
web-why-edit = If you change something, why? (optional)
web-why-not-said = Rather not say
web-confirm-reject = Confirm the rejection
web-about-theme = (theme “{ $part }”)
web-said-by-keyword = Said by a keyword of the record
web-said-around = { $count ->
    [one] Said by the keywords of 1 neighbouring dataset
   *[other] Said by the keywords of { NUMBER($count) } neighbouring datasets
}
web-themes-legend = Themes to keep
web-add-theme = Add another theme
web-no-other-theme = None
web-accept-themes = Accept the chosen themes
web-choices-legend-keywords = Keywords to keep
web-choices-how = Untick what you do not keep. To change a word, correct it in its field.
web-choices-keep = Keep “{ $value }”
web-choices-change = Change “{ $value }”
web-choices-instead = Instead of “{ $value }”.
web-choices-yours = Added by you.
web-choices-add-keywords = Add keywords of your own
web-choices-add = Add
web-choices-add-hint = Separated by commas.
web-choices-accept-keywords = Accept the ticked keywords
web-choices-updated = The list is updated, and not recorded yet. Ticked: { NUMBER($count) }.
web-choices-refused = { $count ->
    [one] Nothing is recorded: one entry needs correcting.
   *[other] Nothing is recorded: { NUMBER($count) } entries need correcting.
 }
web-choices-twice = “{ $value }” is in this list already.
web-choices-present = “{ $value }” is in the record already.
web-choices-personal = “{ $masked }”: what you wrote held personal data, which was not kept.
web-options = Keywords of the catalogue
web-options-how = Those of the catalogue show as you type: the arrows choose, Enter takes.
web-options-count = { $count ->
    [0] No keyword of the catalogue begins so.
    [one] 1 keyword of the catalogue to choose.
   *[other] { NUMBER($count) } keywords of the catalogue to choose.
 }
web-uses-count = { $count ->
    [0] No dataset carries it
    [one] 1 dataset
   *[other] { NUMBER($count) } datasets
 }
web-your-value = Your text was not recorded. Here it is, to use again:
web-heading-withheld = Éclaireur prefers to propose nothing
web-heading-failed = The proposal could not be computed
web-heading-stale = The record changed since the proposal
web-heading-requested = The proposal is not computed yet
web-explained-failed = A defect of Éclaireur, not of your record, which was not touched.
web-explained-stale = The former proposal no longer holds. Ask for a new one, computed on today’s record.
web-explained-requested = The computation was interrupted. Ask for it again.
web-withheld-published = What you can do: a published record is edited on the portal, not here. Complete it there, then import the catalogue again: you will be able to ask for a proposal.
web-withheld-draft = What you can do: edit the record here, then ask for a proposal again.
web-decided-accepted = Accepted as it is on { DATETIME($day, dateStyle: "long") }
web-decided-edited = Accepted in your words on { DATETIME($day, dateStyle: "long") }
web-decided-rejected = Rejected on { DATETIME($day, dateStyle: "long") }
web-fate-accepted = This value will be in the export, with its provenance.
web-fate-edited = This value will be in the export, with its provenance.
web-fate-rejected = Nothing of this proposal will be in the export.
web-decided-outdated = The record changed since this decision. Read it again, or undo to ask for a new proposal.
web-choices-form-keywords = The portal stores keywords in lower case, without accents or spaces.
web-undo = Undo the decision
web-history = History
web-history-nobody = The history keeps the day and what happened; it never says who.
web-suggestion-number = Proposal no. { $number }
web-event-requested = Proposal asked for
web-event-proposed = Proposal made
web-event-withheld = No proposal
web-event-failed = Computation failed
web-event-accepted = Accepted
web-event-edited = Edited
web-event-rejected = Rejected
web-event-stale = Out of date: the record changed
web-event-undone = Decision undone
web-announce-requested = { $field }: computation interrupted.
web-announce-proposed = { $field }: a proposal is to be reviewed.
web-announce-withheld = { $field }: no proposal.
web-announce-failed = { $field }: the computation failed.
web-announce-accepted = { $field }: proposal accepted.
web-announce-edited = { $field }: your version is recorded.
web-announce-rejected = { $field }: proposal rejected.
web-announce-stale = { $field }: proposal out of date.

web-export-catalogue = Export the catalogue
web-export-dataset = Export this record
web-export-explained = The export holds the published records and only those values that were accepted or edited, each with its provenance.
web-format-json = JSON
web-format-jsonl = JSON Lines
web-format-csv = CSV
web-format-dcat = DCAT (JSON-LD)
web-format-dcat-turtle = DCAT (Turtle)

web-draft-new = Describe a new dataset
web-draft-intro = Paste or write a record to work on it without importing anything. It stays on this machine, and it is deleted after 24 hours unless you add it to the catalogue. Personal data in it is masked before it is kept.
web-vanished-banner = Vanished from its source.
web-vanished-since = On { DATETIME($day, dateStyle: "long") } it was no longer there. It is kept here with its decisions, and nothing is proposed for it until it returns.
web-ask-vanished = Nothing is proposed for this dataset while its source no longer holds it. An import that finds it there again brings the button back.
web-draft-banner = Draft, outside the catalogue.
web-draft-expiry = It will be deleted on { DATETIME($day, dateStyle: "long", timeStyle: "short") } (UTC) unless you add it to the catalogue. Keep the address of this page: it is the only way back.
web-draft-edit = Edit the record
web-draft-keep = Add to the catalogue
web-draft-start = Work on this record
web-draft-save = Save the record
web-draft-hint-description = What the data are, their source, their territory, their period. Markdown and HTML are read.
web-draft-hint-short_description = Leave empty to ask for one.
web-draft-hint-keywords = Separated by commas. Leave empty to ask for some.
web-required = (required)
web-cancel = Cancel
web-file-title = Or open a file of metadata
web-file-intro = A JSON or JSON Lines file, or the CSV of a catalogue, of 5 MB at most. The first 20 records are opened as drafts.
web-file-label = File
web-file-open = Open the file
web-opened-title = Records opened
web-opened-heading = { $count ->
    [one] 1 record opened
   *[other] { NUMBER($count) } records opened
 }
web-opened-intro = Each is a draft, deleted after 24 hours. Keep the address of those you want to come back to: nothing lists them.
web-opened-more = The file holds more records, which were not opened. Import the whole of it with the command “eclaireur catalogue import”.

web-error-title = Error { $status }
web-error-kicker = Error { $status }
web-error-heading = That did not work
web-error-400 = The request cannot be read. Go back to the previous page and try again.
web-error-401 = This takes signing in. Nothing was recorded.
web-error-403 = This request does not come from a page of Éclaireur, or the page has been open for too long. Nothing was recorded. Reload the page and try again.
web-error-404 = There is nothing at this address. It may be miscopied, or the draft it named was deleted.
web-error-405 = This address is not to be read: it serves to record. Go back to the record.
web-error-408 = Sending took too long and was stopped. Nothing was recorded. Try again.
web-error-413 = This is too large: 5 MB at most. For a whole catalogue, use the command “eclaireur catalogue import”.
web-error-422 = One of the values of the address is not one of those expected. Start again from the catalogue.
web-error-429 = Too many answers in a short time from this machine. This one is not counted. Try again in a minute.
web-error-431 = The headers of the request are too long. Nothing was recorded. Clear the cookies of this address and try again.
web-error-500 = Éclaireur met a defect. Nothing was recorded. Try again; if it persists, its log says where.
web-error-503 = Too many requests are under way at once. Nothing was recorded. Try again in a few seconds.
web-error-suggestion-not-found = This proposal does not exist, or no longer does: it may have been deleted with its draft.
web-error-transition-refused = This decision is not possible in the state that this proposal is in. Look at it again.
web-error-already-decided = This proposal is already decided, as shown here. To decide otherwise, undo that decision first.
web-error-suggestion-stale = The record changed since this proposal was made. Ask for a new one.
web-error-not-open-to-decision = This proposal holds nothing to decide on.
web-error-nothing-to-undo = There is no decision to undo on this proposal.
web-error-decided-meanwhile = This proposal changed while you were deciding. Look at it again.
web-error-suggested-meanwhile = Somebody else asked for this proposal at the same time. Reload the page.
web-error-unknown-catalogue-format = { $place } holds no record, but seems to hold data. Éclaireur reads the description of a dataset (title, description, publisher…), not the data themselves: fill in the form below, or open the export of a portal’s catalogue, in JSON, JSON Lines or CSV with the columns of data.gouv.fr.
web-back-to-catalogue = Back to the catalogue

error-sign-in-missing = { $host } can be reached from other machines: people must sign in there. Declare [sign_in] in eclaireur.toml (docs/sign-in.md), or use 127.0.0.1.
error-address-taken = Nothing can listen on { $host }, port { $port }: { $problem }. Choose another port.
error-draft-too-long = A draft has { $maximum } characters at most, all its fields together; this one has { $length }. Shorten its description, or import the record with “eclaireur catalogue import”.
error-title-missing = A dataset needs a title. Say in a few words what the data are.
error-file-missing = No file was chosen.

frequency-unknown = Unknown
frequency-punctual = Once
frequency-continuous = Continuous
frequency-hourly = Hourly
frequency-fourTimesADay = Four times a day
frequency-threeTimesADay = Three times a day
frequency-semidaily = Twice a day
frequency-daily = Daily
frequency-fourTimesAWeek = Four times a week
frequency-threeTimesAWeek = Three times a week
frequency-semiweekly = Twice a week
frequency-weekly = Weekly
frequency-biweekly = Every two weeks
frequency-threeTimesAMonth = Three times a month
frequency-semimonthly = Twice a month
frequency-monthly = Monthly
frequency-bimonthly = Every two months
frequency-quarterly = Quarterly
frequency-threeTimesAYear = Three times a year
frequency-semiannual = Every six months
frequency-annual = Annual
frequency-biennial = Every two years
frequency-triennial = Every three years
frequency-quinquennial = Every five years
frequency-irregular = Irregular

web-ledger-title = Consumption ledger
web-ledger-intro = What proposals cost here, what was avoided, and what is left for today. What nobody knows is in no sum: unknown is not zero.
web-ledger-link = Consumption ledger
web-workshop-link = Keywords of the portal
web-workshop-title = Keywords of the portal
web-workshop-intro = For the operator: the model that ranks proposed keywords, and the controlled vocabularies. What changes here serves from the next proposal on, without a restart.
web-workshop-ranker = The model that ranks keywords
web-workshop-serving = The one that serves was learned from { NUMBER($datasets) } datasets (version { $version }).
web-workshop-then = When it was trained, its accuracy (F1) was { NUMBER($known, minimumFractionDigits: 3, maximumFractionDigits: 3) } for producers with other datasets, { NUMBER($unseen, minimumFractionDigits: 3, maximumFractionDigits: 3) } for the others.
web-workshop-how = Training learns from the catalogue imported here. One producer in five is kept aside: the new model is compared there with the one that serves, and replaces it only if it is no worse. Two to three minutes for 50,000 datasets, at a low priority; the training stops if the server stops.
web-workshop-train = Train on this catalogue
web-workshop-evaluate = Measure the one that serves
web-workshop-train-under_way = Training under way.
web-workshop-train-done = The training is over.
web-workshop-train-failed = The training failed.
web-workshop-train-stopped = The training stopped before its end.
web-workshop-evaluate-under_way = Measuring.
web-workshop-evaluate-done = The measure is taken.
web-workshop-evaluate-failed = The measure failed.
web-workshop-evaluate-stopped = The measure stopped before its end.
web-workshop-began = Begun on { DATETIME($moment, dateStyle: "long", timeStyle: "short") } (UTC).
web-workshop-reading = Reading the catalogue…
web-workshop-progress = Datasets looked at: { NUMBER($datasets) }.
web-workshop-meanwhile = You may close this page: the work goes on, and anyone can follow it here. The model in place goes on serving.
web-workshop-reload = Refresh
web-workshop-stopped = The server, or the command, stopped on the way. Nothing has changed: the model that served still does.
web-workshop-kept = The new model is no worse: it serves from now on.
web-workshop-refused = The new model is worse: it is put aside, and the one that served still does.
web-workshop-figures = Accuracy (F1 of the first five keywords, compared exactly with the producer’s) on { $records ->
    [one] 1 dataset kept aside
   *[other] { NUMBER($records) } datasets kept aside
 }
web-workshop-known = Producer with other datasets
web-workshop-unseen = Producer with no other
web-workshop-former = In place before ({ $version })
web-workshop-new = New ({ $version })
web-workshop-in-place = In place ({ $version })
web-workshop-f1 = { NUMBER($value, minimumFractionDigits: 3, maximumFractionDigits: 3) }
web-workshop-nothing-aside = No dataset is kept aside in this catalogue: it is too small to measure.
web-workshop-took = { NUMBER($seconds) } s, { NUMBER($examples) } examples.
web-vocabularies = Controlled vocabularies
web-vocabularies-intro = Where the title or the description of a record names one of their concepts, it may be proposed as a keyword, with the passage, the concept and its address.
web-vocabularies-caption = Vocabularies that were added
web-vocabularies-head-name = Name
web-vocabularies-head-concepts = Concepts
web-vocabularies-head-labels = Labels
web-vocabularies-head-placed = Concepts under another
web-vocabularies-add = Add a vocabulary
web-vocabularies-file-hint = SKOS in RDF/XML, Turtle or JSON-LD, or JSON Lines, gzip or not, of 5 MB at most. Beyond that, use the command `eclaireur vocabulary add`.
web-vocabularies-name = Name (optional)
web-vocabularies-name-hint = Without a name, that of the file. A vocabulary of the same name is replaced.
web-vocabularies-add-button = Add this vocabulary
web-error-wrong-vocabulary-name = A vocabulary cannot be called “{ $name }”: give it a name of { $minimum } to { $maximum } characters.
web-ledger-empty = This ledger fills from the first proposal on, with a language model or without.
web-ledger-spent = What was spent
web-ledger-saved = What was avoided
web-ledger-saved-how = An answer of the cache avoids what it had cost the first time. A proposal without a model avoids what a model uses for that field on average; without a call whose energy is known, that stays unknown.
web-ledger-known = How energy is known
web-ledger-how-reported = The model’s server gives it, with each answer.
web-ledger-how-estimated = EcoLogits method, from the declared size of the model, the tokens written and the country’s electricity; the data centre’s efficiency is assumed to be { NUMBER($pue) } (PUE). Results move tenfold with the assumptions.
web-ledger-how-cpu_time = Methods without a model: processor time, at { NUMBER($watts) } W a core and a PUE of { NUMBER($pue) }, both assumed. An order of magnitude only; emissions stay unknown.
web-ledger-how-unknown = Neither the server nor the declaration of the model makes it known. These calls are counted apart.
web-ledger-limits = Today
web-ledger-no-budget = No limit a day is set.
web-ledger-all-fields = All fields together
web-ledger-nothing-left = nothing
web-ledger-resource-requests = Requests to models
web-ledger-resource-tokens = Tokens
web-ledger-resource-energy_wh = Energy (Wh)
web-ledger-everybody = everybody
web-ledger-refusals = Requests not sent
web-ledger-no-refusal = Since it started, this server has refused to send no request.
web-ledger-problem-undeclared = destination not declared
web-ledger-problem-not-private = declared on this network, leads elsewhere
web-ledger-problem-not-public = leads to a machine of this network, or to nothing
web-ledger-problem-redirect = leads on to another address
web-ledger-problem-unreadable = address that cannot be read
web-ledger-json-before = The same figures, for programs:
ledger-few = fewer than { NUMBER($threshold) }
ledger-untold = not published
web-ledger-none-retained = none retained
web-ledger-model = Model { $model }
web-ledger-left-out = { $count ->
    [one] 1 call unknown
   *[other] { NUMBER($count) } calls unknown
 }
web-ledger-seconds = { NUMBER($seconds, maximumFractionDigits: 1) } s
web-ledger-more-days = The last { NUMBER($count) } lines only; the API gives all of them.
web-ledger-caption-tasks = Spent, by field
web-ledger-caption-makers = Spent, by method and model
web-ledger-caption-days = Spent, by day
web-ledger-caption-saved = Avoided, by field
web-ledger-caption-budgets = Limits of the day
web-ledger-caption-switches = What is turned off
web-ledger-caption-refusals = Since this server started
web-ledger-head-field = Field
web-ledger-head-asked = Calls of models
web-ledger-head-tokens = Tokens
web-ledger-head-energy = Energy
web-ledger-head-carbon = Emissions
web-ledger-head-embedded = Energy of the methods without a model
web-ledger-head-retained = Proposals retained
web-ledger-head-per-retained = Energy of models for each proposal retained
web-ledger-head-maker = Method or model
web-ledger-head-calls = Calls
web-ledger-head-failed = Failures
web-ledger-head-duration = Duration
web-ledger-head-source = How energy is known
web-ledger-head-day = Day
web-ledger-head-cached = Answers of the cache
web-ledger-head-cache-energy = Energy avoided by the cache
web-ledger-head-frugal = Proposals without a model
web-ledger-head-frugal-energy = Energy avoided without a model
web-ledger-head-resource = Resource
web-ledger-head-limit = Limit
web-ledger-head-spent = Spent
web-ledger-head-left = Left
web-ledger-head-off = Turned off
web-ledger-head-name = Name
web-ledger-head-for = For
web-ledger-head-origin = Destination
web-ledger-head-problem = Reason
web-ledger-head-count = Requests

## Search

cli-section-find = Find
cli-search = Looks for a dataset: words, a question, a place, an organisation.
cli-search-batch = A JSON Lines file of requests query ("-": standard input); answers query, results, in order.
cli-search-limit = How many results, 20 without this option, 100 at most.
cli-search-organisation = Those of this organisation.
cli-search-format = Those with a file of this format.
cli-search-license = Those under this licence.
cli-search-place = Those that cover this place.
cli-search-since = Those whose data are about this year or later ones.
cli-search-until = Those whose data are about this year or earlier ones.
cli-search-lacking = Those that lack this, decisions counted in.
cli-search-order = The order: relevance (without this option), recent, usage.
cli-search-offset = How many results to skip, 1,000 at most.
search-total = { $count ->
    [one] { NUMBER($count) } dataset
   *[other] { NUMBER($count) } datasets
 }
cli-metavar-year = YEAR
cli-search-progress = Searches
usage-search = Give a TEXT, or --batch FILE.
search-corrected = Also searched: { $words }.
search-nothing = Nothing answers this search. Try fewer words, or others.
search-why-title = In the title: { $words }
search-why-labels = In the keywords or the acronym: { $words }
search-why-publisher = In the organisation’s name: { $words }
search-why-description = In the description: { $words }
search-why-spelling = Close spelling: { $words }
search-why-meaning = Close meaning: { $words }
search-why-distant = Distant link: { $words }
search-near = "{ $said }" for "{ $word }"
search-why-usage = Much used
error-search-index-unreadable = The search index at { $place } cannot be read: { $problem }. It will be made again.
error-search-index-unwritable = The search index at { $place } cannot be written: { system-problem }

## Audit

cli-audit = Check that this installation keeps its commitments, with evidence; no server has to run.

    The exit code is 7 if a check fails. “Not applicable” is no failure: there is no model, no backup or no log to check yet.
cli-audit-log = A log file to read too; those of the data directory always are. May be repeated.
audit-verdict =
    { $verdict ->
        [passed] passed
        [failed] FAILED
       *[not-applicable] not applicable
    }
audit-summary =
    { $failed ->
        [0] No failure in { NUMBER($checks) } checks.
        [one] One failure in { NUMBER($checks) } checks.
       *[other] { NUMBER($failed) } failures in { NUMBER($checks) } checks.
    }
audit-decisions = Nothing is exported that a person did not decide
audit-schema = No table has a place for a person
audit-masking = Personal data is masked before any model
audit-logs = The logs tell of nobody
audit-retention = Nothing is kept longer than was said
audit-models = Each model follows the policy
audit-destinations = Nothing is sent but to declared destinations
audit-pages = Pages load nothing from elsewhere
audit-budgets = Budgets are kept
audit-backups = A recent backup can be read
reason-audit-values-traced = { NUMBER($values) } values retained. Proposals whose events do not lead to their state: { NUMBER($stray) }. Datasets changed by hand: { NUMBER($altered) }. Values written at portals: { NUMBER($sent) }, of which without a decision: { NUMBER($undecided) }.
reason-audit-suggestion-stray = The events of proposal { $name } do not lead to its state.
reason-audit-dataset-altered = The content of dataset { $name } was changed in the database, outside Éclaireur.
reason-audit-columns-read = { NUMBER($columns) } columns read, in { NUMBER($tables) } tables of { NUMBER($databases) } databases.
reason-audit-column-filled = A column that is to stay empty is not in { NUMBER($rows) } rows: { $name } of table { $table }, database { $database }.
reason-audit-column-person = A place for a person: column { $name } of table { $table }, database { $database }.
reason-audit-column-unknown = A column that Éclaireur did not make: { $name } of table { $table }, database { $database }.
reason-audit-masked = { NUMBER($kinds) } invented personal data, shown to the questions of { NUMBER($tasks) } tasks and to what people type: none may come out.
reason-audit-personal-data-shown =
    { $where ->
        [model] Invented personal data no. { $number } reaches the model.
       *[typed] Invented personal data no. { $number } stays in a typed text.
    }
reason-audit-model-not-asked = The trial showed the model nothing: masking is not proved.
reason-audit-no-log = There is no log in the data directory, and none is given with --log.
reason-audit-logs-read = { NUMBER($lines) } lines read in { NUMBER($files) } logs: { NUMBER($found) } personal data.
reason-audit-personal-data-logged = { $file }, line { NUMBER($line) }: { $kind }.
reason-audit-drafts-due =
    { $drafts ->
        [0] No draft stayed after its time.
        [one] One draft stayed after its time: open the installation, which will delete it.
       *[other] { NUMBER($drafts) } drafts stayed after their time: open the installation, which will delete them.
    }
reason-audit-model-undeclared = Model { $model } was asked today, and is not declared.
reason-audit-model-outside-policy = The policy refuses model { $model } ({ $problem }).
reason-audit-model-declared = { $model }: run by { $operator } ({ $country }), weights { $weights }, licence { $licence }.
reason-audit-no-model = No model is declared.
reason-audit-destination = Declared destination: { $origin }.
reason-audit-no-destination = The configuration declares no destination.
reason-audit-departures = Since the beginning: { NUMBER($sent) } requests left, { NUMBER($refused) } were refused at the way out.
reason-audit-undeclared-departure = { NUMBER($count) } requests left for { $origin }, which nothing declared that day.
reason-audit-undeclared-refused = A trial request to an undeclared address is refused.
reason-audit-page-third-party = { $file } loads { $address }.
reason-audit-content-policy = The content policy of the pages lets { $source } through.
reason-audit-pages-read = { NUMBER($files) } templates, style sheets and scripts read.
reason-audit-meter-differs = What budgets read for { $task } is not what the meter says.
reason-audit-budget-passed = Limit passed ({ $task }, { $resource }): { NUMBER($spent) } for { NUMBER($limit) }.
reason-audit-budget-kept = Limit kept ({ $task }, { $resource }): { NUMBER($spent) } of { NUMBER($limit) }.
reason-audit-no-budget = No limit is set; the meter and the budgets say the same.
reason-audit-backups-undeclared = The configuration does not say where backups are ([backups] directory).
reason-audit-no-backup = There is no backup in { $place }.
reason-audit-backup-old = { $file } is { NUMBER($days) } days old, for { NUMBER($limit) } at most.
reason-audit-backup-broken = { $file } cannot be read: { $problem }.
reason-audit-backup-recent = { $file }, { NUMBER($days) } days old, read whole.
error-log-unreadable = The log { $place } cannot be read: { $problem }.

## Learning

cli-learning = Tell what people did with proposals, by task, version, method and model, and what each cost.

    Shares have their 95 % interval: Wilson for decisions, bootstrap for how far edits go.
cli-learning-since = From this day on.
cli-learning-until = Until this day, included.
cli-learning-threshold = Below this number, nothing is told of decisions nor of reasons ({ NUMBER($default) } without this option).
cli-metavar-number = NUMBER
learning-empty = Nothing has been proposed yet.
learning-nobody = no method
learning-maker = { $field }: { $maker } (version { $version })
learning-proposed = { $count ->
    [0] No proposal
    [one] One proposal
   *[other] { NUMBER($count) } proposals
}
learning-too-few = Fewer than { NUMBER($threshold) } decisions: they are not published.
learning-decided = { $count ->
    [one] One decision
   *[other] { NUMBER($count) } decisions
}: { NUMBER($accepted) } accepted, { NUMBER($edited) } edited, { NUMBER($rejected) } rejected.
learning-as-is = Accepted as they are: { NUMBER($value, style: "percent") } ({ NUMBER($low, style: "percent") } to { NUMBER($high, style: "percent") })
learning-retained = Kept: { NUMBER($value, style: "percent") } ({ NUMBER($low, style: "percent") } to { NUMBER($high, style: "percent") })
learning-distance = How far edits go: { NUMBER($value, style: "percent") } ({ NUMBER($low, style: "percent") } to { NUMBER($high, style: "percent") })
learning-why = { $reason }: { NUMBER($count) }
learning-withheld = Nothing proposed ({ $code }): { NUMBER($count) }
learning-failed = Failure ({ $code }): { NUMBER($count) }
learning-energy = Energy for each proposal kept: { $energy }

## Trials

cli-metavar-day = YYYY-MM-DD
cli-trial = Compare several ways to propose the same field, on live use.

    Each record has its variant, whoever asks. The test stays right however often one looks (mSPRT, Johari et al., 2017): it may stop early without cheating.
cli-trial-start = Declare a trial, which begins today.
cli-trial-list = Show each trial and what it teaches.
cli-trial-show = Show what a trial teaches.
cli-trial-stop = End a trial before its date.
cli-trial-variant = A method of the task, or a model by the name it is declared under; may be repeated. “eclaireur models” shows them.
cli-trial-until = The last day, told at the beginning.
cli-trial-minimum = The decisions that each variant needs before any conclusion ({ NUMBER($fewest) } at least).
trial-none = No trial was declared.
trial-title = { $name } ({ $field }), { $over ->
    [yes] ended on { $day }
   *[no] until { $day }
}
trial-variant = { $variant }: { NUMBER($proposed) } proposals
trial-few-decisions = , too few decisions to be published.
trial-decisions = , { NUMBER($count) } decisions.
trial-too-few = Too early to conclude: each variant needs { NUMBER($minimum) } decisions.
trial-no-difference = No difference seen (p = { NUMBER($p, maximumFractionDigits: 3) }).
trial-difference = { $better } is accepted as it is more often (p = { NUMBER($p, maximumFractionDigits: 3) }).
error-campaign-not-found = No campaign bears the key { $campaign }. List them, or begin one.
error-no-campaign = There is no campaign. Begin one with “eclaireur campaign start”.
error-campaign-cancelled = The campaign { $campaign } was cancelled: it does not go on. Begin another one.
error-campaign-paused = The campaign { $campaign } is paused. Go on with “eclaireur campaign resume”.
error-campaign-stopped = The campaign stopped before its end: { $why ->
    [budget-spent] the budget of the day is spent
    [model-resting] the model does not answer any more
    [model-busy] the model is too busy
    [model-server-failed] the server of the model is out of order
    [host-unreachable] the server of the model cannot be reached
    [answer-cut-short] the server of the model cuts its answers short
    [model-key-refused] the server of the model refuses the key
    [model-not-served] the server does not serve this model
    [egress-refused] the one way out refuses this destination
    [stuck] some batches fail every time; the log says why
   *[other] { $why }
}. { $left } records wait. Go on later with “eclaireur campaign resume”.
error-nothing-selected = No record of the catalogue is chosen by: { $selection }. Nothing was begun.
error-unknown-term = The selection says { $term }, which is no term. There are: missing, organisation=…, format=…, licence=…, keyword=…, theme=…, updated after DAY, updated before DAY, created after DAY, created before DAY.
error-wrong-day = The selection says { $day } where a day is expected, as in 2024-01-31.
error-unclosed-quote = The selection opens a quote that it does not close: { $text }.
error-trial-exists = There is already a trial { $trial }. Give this one another name.
error-trial-overlaps = The trial { $trial } compares methods for { $field } in the same days. One at a time.
error-trial-not-found = No trial bears the name { $trial }. There are: { $known }.
error-trial-over = The trial { $trial } is over.
error-trial-variant-unknown = { $variant } is no method of { $field }. There are: { $known }.
error-trial-dates = A trial ends after the day it begins ({ $day }).
error-trial-variants = A trial compares two to eight variants, each once.
error-trial-name = The name of a trial is in lower-case letters, figures and hyphens, 63 at most.

## Campaigns

cli-campaign = Propose one field for many records, which people review afterwards.
cli-metavar-selection = SELECTION
cli-metavar-campaign = CAMPAIGN
cli-campaign-start =
    Choose records, tell what it will take, ask, then propose for each of them.

    The campaign is recorded before any work. It can be stopped at any moment (Ctrl-C) and goes on with “eclaireur campaign resume”, which also adds a worker.
cli-campaign-resume =
    Go on with a campaign, the latest by default, to the end.

    Run while it is under way, the command joins the work. It succeeds at once if all is done.
cli-campaign-status = Tell where the records of a campaign stand, the latest by default.
cli-campaign-list = Show the campaigns, the latest first.
cli-campaign-pause = Pause a campaign; what is under way ends.
cli-campaign-cancel = Give a campaign up for good; what it proposed stays.
cli-campaign-select = The records, for instance “missing, organisation=Ville de Valombreuse, updated after 2024-01-01” (missing by default; empty for all).
cli-campaign-missing = missing
cli-campaign-model = The model that proposes, by its declared name; without it, the frugal method.
cli-campaign-limit = At most so many records, those that matter most.
cli-campaign-workers = Processes that share the work; by default, one for each processor.
cli-campaign-yes = Begin without asking.
cli-campaign-retry-failed = Also try again the records that failed.
cli-campaign-reading = Records read
cli-campaign-progress = Records done
cli-campaign-ask = Begin? [y/N]
cli-campaign-not-begun = Nothing was begun.
cli-campaign-opened = Campaign { $campaign } opened. Ctrl-C stops it cleanly.
cli-campaign-finished = Campaign finished. Review the proposals: “eclaireur serve”, then /campaigns/{ $campaign }/review.
cli-campaign-interrupted = Stopped: { NUMBER($left) } records wait. Go on with “eclaireur campaign resume”.
cli-campaign-paused = Campaign { $campaign } is paused. Go on with “eclaireur campaign resume”.
cli-campaign-cancelled = Campaign { $campaign } is given up. What it proposed stays.

campaign-none = No campaign.
campaign-title = { $campaign }: { $field }, { $day }{ $state ->
    [paused] , paused
    [cancelled] , given up
   *[running] { "" }
}
campaign-selection = Records chosen: { $selection }
campaign-every-record = all
campaign-model = Model: { $model }
campaign-progress = { NUMBER($total) } records: { NUMBER($pending) } to do, { NUMBER($proposed) } to review, { NUMBER($withheld) } without proposal, { NUMBER($failed) } failed, { NUMBER($accepted) } accepted, { NUMBER($edited) } edited, { NUMBER($rejected) } rejected, { NUMBER($stale) } out of date
campaign-estimate-records = { NUMBER($total) } records, of which { NUMBER($answered) } have an answer already; { NUMBER($distinct) } different texts to read
campaign-estimate-line = { $label ->
    [duration] Time
    [requests] Requests
    [read] Tokens read
    [written] Tokens written
    [energy] Energy
   *[carbon] Emissions
}: { $value } ({ $how ->
    [nothing_asked] no model is asked
    [sample] from a few of the records
    [ledger] from the calls already counted for this model
    [prompt] from the length of what would be asked
   *[unknown] nothing tells
})
campaign-about = about { NUMBER($amount) } { $unit ->
    [seconds] s
    [minutes] min
   *[hours] h
}

## Reviewing a campaign

review-begun = { $selection }, campaign opened on { DATETIME($day, dateStyle: "long") }
review-title = Review: { $field }
review-list-hint = Automatic proposals, experimental, to be reviewed one by one.
review-order = Order
review-order-views = Most viewed
review-order-uncertain = Least certain
review-order-organisation = By organisation
review-view = Layout
review-view-one = One by one
review-view-list = List
review-progress-label = Share decided
review-progress = { NUMBER($done) } decided of { NUMBER($total) }.
review-retained = Kept, as proposed or edited: { NUMBER($share, style: "percent") }.
review-being-made = Still being prepared: { NUMBER($count) }.
review-pace = On this page: { $count }, or { $rate } an hour. At this pace, { $left } are left.
review-done = Everything is decided
review-done-hint = No proposal of this campaign waits any more. A decision is taken back on the page of the dataset.
review-all-held = Nothing is free for now
review-all-held-hint = What is left is open on other pages, which give it back after five minutes without activity.
review-look = Look again
review-record = See the record
review-new-tab = (new tab)
review-skipped = { $count ->
    [1] Skipped once already
   *[other] Skipped { NUMBER($count) } times already
 }
review-vanished = Its source no longer holds this dataset.
review-source = The record, as published
review-published-now = Published in the field “{ $field }”:
review-description = Published description of “{ $title }”
review-marked = Highlighted: what the proposal takes up.
review-why = Why? It is counted, without keeping on which record.
review-skip = Skip
review-onward = Go on
review-closed-accepted = Already accepted
review-closed-edited = Already accepted, in other words
review-closed-rejected = Already rejected
review-recorded-accepted = Accepted: { $title }
review-recorded-edited = Accepted in your words: { $title }
review-recorded-rejected = Rejected: { $title }
review-not-decided = No decision any more on: { $title }
review-second-counted = Second look: { $title }. This proposal was decided on already; your opinion measures how far two looks agree, and changes nothing.
review-undo = Undo
review-undone = { $count ->
    [0] No decision taken back.
    [1] Decision taken back.
   *[other] { NUMBER($count) } decisions taken back.
 }
review-undo-group = { $count ->
    [1] Undo this decision
   *[other] Undo these { NUMBER($count) } decisions
 }
review-refusals = { $count ->
    [1] One record changed meanwhile and stays as it is:
   *[other] { NUMBER($count) } records changed meanwhile and stay as they are:
 }
review-twin-elsewhere = somebody else is looking at it.
review-twins-offered = { $count ->
    [1] One more record of this template
   *[other] { NUMBER($count) } more records of this template
 }
review-twins-title = Records of one template
review-twins-accepted = You accepted the proposal for “{ $title }”. Accept these too, each in its own words?
review-twins-edited = You rewrote the proposal for “{ $title }”. These records have exactly the same proposal: put your text there?
review-twins-rejected = You rejected the proposal for “{ $title }”. Reject these too?
review-twins-how = Each box is a decision, recorded on its own. Words that differ are marked; what its record does not support is not ticked.
review-twins-others = { $count ->
    [1] Another one has a different proposal: it will be reviewed on its own.
   *[other] { NUMBER($count) } others have a different proposal: they will be reviewed on their own.
 }
review-twins-more = { $count ->
    [1] One more will come next.
   *[other] { NUMBER($count) } more will come next.
 }
review-twins-none = No record of this template waits any more.
review-twins-undecided = The decision to be repeated was taken back: there is nothing to repeat.
review-twins-confirm = Confirm for the ticked boxes
review-twins-confirm-accepted = Accept the ticked proposals: { $number }
review-twins-confirm-edited = Put your text into the ticked records: { $number }
review-twins-confirm-rejected = Reject the ticked proposals: { $number }
review-twins-done-accepted = { $count ->
    [0] No proposal accepted.
    [1] One proposal accepted.
   *[other] { NUMBER($count) } proposals accepted.
 }
review-twins-done-edited = { $count ->
    [0] Your text is put into no record.
    [1] Your text is put into one record.
   *[other] Your text is put into { NUMBER($count) } records.
 }
review-twins-done-rejected = { $count ->
    [0] No proposal rejected.
    [1] One proposal rejected.
   *[other] { NUMBER($count) } proposals rejected.
 }
review-back = Back to the review
review-sent-accept = Accepted.
review-sent-edit = Your version is sent.
review-sent-reject = Rejected.
review-sent-skip = Skipped.
review-sent-undo = Decision taken back.
review-waits = The next one is coming…
review-pending = Decisions being sent: { $number }
review-unsent = Not recorded yet, to be sent again: { $title }.
review-refused = Not recorded, and shown again: { $title }.
review-retry = Send again
review-nothing-to-undo = There is no decision to undo on this page.
review-help = Shortcuts, second looks and agreement
review-shortcuts = One-key shortcuts
review-key-accept = A
review-key-edit = E
review-key-reject = R
review-key-skip = S
review-key-undo = U
review-key-next = N
review-key-before = B
review-key-twins = T
review-key-save = Ctrl + Enter
review-key-close = Esc
review-does-accept = accept
review-does-edit = edit
review-does-reject = reject; then a figure says why
review-does-skip = skip: it comes back at the end
review-does-undo = undo the last decision
review-does-next = next, in the list or after a refusal
review-does-before = previous, in the list
review-does-twins = records of one template
review-does-save = record your version
review-does-close = close
review-help-lease = A record open here is shown to nobody else. A page without activity gives it back after five minutes.
review-help-second = A share of the decisions ({ NUMBER($share, style: "percent") }) is shown a second time, without saying so, to another page. The opinion measures agreement and changes no decision.
review-quality-few = Too few second looks to publish an agreement.
review-quality = { $count ->
    [1] Agreement between two looks: { NUMBER($share, style: "percent") } ({ NUMBER($low, style: "percent") } to { NUMBER($high, style: "percent") }), on { NUMBER($count) } record.
   *[other] Agreement between two looks: { NUMBER($share, style: "percent") } ({ NUMBER($low, style: "percent") } to { NUMBER($high, style: "percent") }), on { NUMBER($count) } records.
 } Where one person reviews alone, it tells how steady they are.
review-kappa = Cohen’s kappa: { NUMBER($kappa, maximumFractionDigits: 2) }.

## Campaigns, on the pages

error-wrong-limit = { $limit } is no number of records: give a whole number, 1 or more, or nothing.

web-campaigns = Campaigns
web-campaigns-intro = A campaign prepares the proposals of one field in bulk, for the records that you choose. People then decide on each; without their decision, nothing changes.
web-campaigns-listed = The campaigns
web-campaigns-none = No campaign yet. Prepare the first one: you will see what it takes before it begins.
web-campaign-new = Prepare a campaign
web-campaign-operate = Preparing, pausing or giving up a campaign takes the role “operate” for every organisation. Everybody may see how far they are.
web-campaign-title = Campaign: { $field }
web-campaign-field = Field to propose
web-campaign-selection = Records
web-campaign-selection-hint = Terms separated by commas, which must all hold. Empty: every record.
web-campaign-terms = The terms, with examples
web-campaign-term-colon = :
web-campaign-term-missing = missing
web-campaign-term-means-missing = the records whose field is empty.
web-campaign-term-organisation = missing, organisation=Ville de Valombreuse
web-campaign-term-means-organisation = those of this organisation alone.
web-campaign-term-two = format=geojson, format=shp
web-campaign-term-means-two = a term that is repeated: either of them.
web-campaign-term-dates = updated after 2024-01-01, created before 2020-01-01
web-campaign-term-means-dates = by their days (year-month-day).
web-campaign-term-others = licence="Licence Ouverte, version 2.0", keyword=velo, theme=transport
web-campaign-term-means-others = between quotes, a value may hold a comma.
web-campaign-term-means-all = Without any term, every record is chosen.
web-campaign-model = Who proposes
web-campaign-frugal = The frugal method, without a language model
web-campaign-model-hint = A model is asked within the limits declared for each day, and no more.
web-campaign-limit = Records at most (optional)
web-campaign-limit-hint = The most viewed first.
web-campaign-estimate = See what it takes
web-campaign-estimate-hint = The whole catalogue is read: a minute perhaps, if it holds tens of thousands of records. Nothing is kept, and no model is asked.

web-campaign-estimate-title = What the campaign takes
web-campaign-nothing-yet = Nothing is begun or kept yet.
web-campaign-estimate-figures = Before it begins
web-campaign-estimate-caption = What is expected, and how it is known
web-campaign-figure-total = Records chosen
web-campaign-figure-answered = Of which done already
web-campaign-figure-distinct = Different texts to read
web-campaign-figure-duration = Time
web-campaign-figure-requests = Requests to a model
web-campaign-figure-read = Tokens read
web-campaign-figure-written = Tokens written
web-campaign-figure-energy = Energy
web-campaign-figure-carbon = Emissions
web-campaign-known = { $how ->
    [counted] counted in the catalogue
    [nothing_asked] no model is asked
    [sample] from a trial on a few of the records
    [ledger] from the calls already counted for this model
    [prompt] from the length of what would be asked
   *[unknown] nothing tells: it is not zero
 }
web-campaign-about = about { $amount ->
    [0] zero
   *[other] { NUMBER($amount, maximumFractionDigits: 0) }
 } { $unit ->
    [seconds] s
    [minutes] min
   *[hours] h
 }
web-campaign-nothing-to-do = All of these records have an answer already: there would be nothing to compute, and they would be ready for review at once.
web-campaign-unknown-hint = What a model takes is known after a few calls. What is spent is told, as it goes, in the
web-campaign-changed = The catalogue changed meanwhile: there is more to do than you saw. Nothing is begun; here are the new figures.
web-campaign-start = Start the campaign
web-campaign-start-hint = It is recorded first; then the work begins, in processes of its own. You will be able to pause it, let it go on, or give it up.
web-campaign-change = Change the selection

web-campaign-chosen = Records:
web-campaign-chosen-all = Every record
web-campaign-by-model = By the model { $model }.
web-campaign-by-method = By the frugal method, without a model.
web-campaign-opened = Recorded on { DATETIME($day, dateStyle: "long") }.
web-campaign-review = Proposals to review: { NUMBER($count) }
web-campaign-review-now = Review the proposals
web-campaign-tried = Records done: { NUMBER($tried) } of { NUMBER($total) }
web-campaign-progress = Progress
web-campaign-phase-beginning = The work begins
web-campaign-phase-means-beginning = Processes are starting: a few seconds.
web-campaign-phase-under_way = Under way
web-campaign-phase-means-under_way = You may close this page: the work goes on. What is proposed can be reviewed already.
web-campaign-phase-left = Nobody works on it
web-campaign-phase-means-left = Nothing is lost: what is done stays, the rest waits. Nothing goes on unless somebody asks.
web-campaign-phase-paused = Paused
web-campaign-phase-means-paused = What was under way ends. The rest waits for somebody to let it go on.
web-campaign-phase-cancelled = Given up
web-campaign-phase-means-cancelled = It does not go on. What it proposed stays, and can be reviewed.
web-campaign-phase-finished = All prepared
web-campaign-phase-means-finished = Every record is done. The decisions are for those who review.
web-campaign-left = Time left: { $left }.
web-campaign-left-unknown = Time left: not known yet.
web-campaign-pace = { NUMBER($number, maximumFractionDigits: 0) } records a minute.
web-campaign-obstacle = The work stopped before its end: { $why ->
    [budget-spent] the limit of the day is reached. It begins again from zero at midnight (UTC): go on afterwards
    [model-resting] the model does not answer any more. Go on once its server is better
    [model-busy] the model is too busy. Go on later
    [model-server-failed] the server of the model is out of order. Go on once it is better
    [host-unreachable] the server of the model cannot be reached. Go on once it answers
    [answer-cut-short] the server of the model cuts its answers short. See to its configuration, then go on
    [model-key-refused] the server of the model refuses the key. Correct it, then go on
    [model-not-served] the server does not serve this model. Correct its declaration, then go on
    [egress-refused] the one way out refuses this destination. See the declaration of the model
    [stuck] some records fail in a way that nobody foresaw. The server’s log says which
   *[other] { $why }
 }.
web-campaign-resume = Go on
web-campaign-pause = Pause
web-campaign-cancel = Give up…
web-campaign-cancel-means = The campaign will not go on. What it proposed already stays, and can be reviewed.
web-campaign-cancel-now = Give up for good
web-campaign-retry = Try the records that failed again ({ NUMBER($count) })
web-campaign-reload = Reload
web-campaign-states = Where the records stand ({ NUMBER($total) } in all)
web-campaign-head-state = State
web-campaign-head-count = Records
web-campaign-head-share = Share
web-campaign-share = { NUMBER($share, style: "percent", maximumFractionDigits: 1) }
web-campaign-state-pending = To do
web-campaign-state-proposed = To review
web-campaign-state-withheld = Without proposal
web-campaign-state-failed = Failed
web-campaign-state-accepted = Accepted
web-campaign-state-edited = Edited
web-campaign-state-rejected = Rejected
web-campaign-state-stale = Out of date
web-campaign-command-resume = On the command line, to go on or to work from another machine too:
web-campaign-command-status = On the command line:

## Feedback

error-remarks-closed = Remarks in free text are not open here.
error-remark-length = A remark has 1 to { $limit } characters.
error-not-a-case = Proposal { $suggestion } is { $state }: an evaluation case is a proposal that was edited or rejected.
error-draft-not-public = Dataset { $identifier } is a draft. An evaluation case holds public metadata alone.
cli-case = The cases of the evaluation set: proposals that a person edited or rejected.
cli-case-add = Make an evaluation case of a proposal that was edited or rejected. Public metadata only.
cli-case-list = Write the cases in JSON Lines, as “eclaireur evaluate --on” reads them.
cli-remarks = Show what people said of proposals in free text, personal data masked.
remarks-none = No remark.
web-improve = Help it improve
web-remark = What you think of it, in your own words (optional)
web-remark-hint = 500 characters at most. Personal data is masked before anything is kept; nothing tells which proposal you speak of.
web-remark-send = Send
web-remark-kept = Thank you. This is what is kept: “{ $text }”
web-case = Make it an evaluation case
web-case-hint = The published record, the proposal and your text will serve to measure the next versions. Public metadata only.
web-case-kept = This proposal is one of the evaluation cases.


## Evaluation

cli-evaluate = Measure what is proposed, found or masked, on a file whose right answers are known.

    TASK is short_description, keywords, theme, search, grounding or personal_data; without it, the keys of the file tell. The formats are in docs/evaluation.md. With --against, the exit code is 8 if a measure is worse than before, beyond its interval.
cli-metavar-task = TASK
cli-metavar-method = METHOD
cli-metavar-model = MODEL
cli-evaluate-on = The evaluation file, in JSON Lines, compressed or not (“-”: standard input).
cli-evaluate-method = A method to measure; all of them without this option. May be repeated: they come side by side.
cli-evaluate-model = A declared model to measure too; it is called, and metered in the ledger. May be repeated.
cli-evaluate-records = The records that the texts of grounding are about; those of the catalogue without this option.
cli-evaluate-limit = Draw so many lines of the file by chance.
cli-evaluate-seed = The seed of the draw and of the intervals: the same gives the same.
cli-evaluate-save = Write the results to this file, to compare others with. It holds no text.
cli-evaluate-against = Compare with results that --save wrote; the exit code is 8 if a measure is worse.
cli-evaluate-page = Write an HTML page that needs nothing else: plots, and the same figures as tables.
cli-evaluate-progress = Lines measured
evaluation-title = { $task }, version { $version }: { $items ->
        [one] one line measured
       *[other] { NUMBER($items) } lines measured
    }
evaluation-task-search = Search
evaluation-task-grounding = Check of facts
evaluation-task-personal_data = Masking of personal data
evaluation-measure = Measure
evaluation-value =
    { $scale ->
        [share] { NUMBER($value, style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1) }
        [score] { NUMBER($value, minimumFractionDigits: 3, maximumFractionDigits: 3) }
       *[amount] { NUMBER($value, minimumFractionDigits: 1, maximumFractionDigits: 1) }
    }
evaluation-tick = { NUMBER($value, maximumFractionDigits: 2) }
evaluation-figure = { $value } [{ $low }, { $high }] n = { NUMBER($units) }
evaluation-by-kind = { $measure }: { $kind }
evaluation-proposed = A value is proposed
evaluation-f1 = F1@5, exact
evaluation-f1-stems = F1@5, by stem
evaluation-ndcg = nDCG
evaluation-diversity = Diversity
evaluation-mrr = MRR@10
evaluation-first = Found first
evaluation-recall = Recall@10
evaluation-whole-sentences = Whole sentences
evaluation-rules = Every rule of form
evaluation-rule-length = 20 to 200 characters
evaluation-rule-opening = Opens as a sentence
evaluation-rule-ending = Ends on a full stop
evaluation-rule-markup = No markup, address or contact
evaluation-rule-boilerplate = No boilerplate
evaluation-rule-alone = Stands alone
evaluation-rule-closing = Parentheses and quotations close
evaluation-rule-typography = French typography
evaluation-rule-title = Says more than the title
evaluation-supported = All of it has support in the record
evaluation-grounded = Has support in the record
evaluation-overlap = ROUGE-L with the producer’s text
evaluation-novelty = New pairs of words
evaluation-length = Characters
evaluation-readability = Readability (Kandel and Moles)
evaluation-found = Found
evaluation-masked = Masked whole
evaluation-precision = Precision
evaluation-false-alarm = False alarm
evaluation-kind-question = question
evaluation-kind-keywords = keywords
evaluation-kind-typo = typos
evaluation-kind-person = person
evaluation-kind-email = e-mail address
evaluation-kind-phone = phone
evaluation-kind-address = postal address
evaluation-kind-nir = social security number
evaluation-kind-iban = bank account
evaluation-kind-plate = number plate
evaluation-kind-birth_date = birth date
evaluation-kind-id_document = identity document
evaluation-kind-handle = account on a network
evaluation-signs = The sign compares with { $first }, line by line: ▲ better, ▼ worse, ≠ different, neither better nor worse, = no difference seen.
evaluation-change =
    { $change ->
        [better] better
        [worse] worse
        [moved] different
       *[not-seen] no difference seen
    }
evaluation-left-out-no-reference =
    { $count ->
        [one] One record was left out: its producer chose nothing to compare with.
       *[other] { NUMBER($count) } records were left out: their producers chose nothing to compare with.
    }
evaluation-left-out-dataset-unknown =
    { $count ->
        [one] One line was left out: its dataset is not in this catalogue.
       *[other] { NUMBER($count) } lines were left out: their datasets are not in this catalogue.
    }
evaluation-withheld = { $method } proposed nothing, on purpose: { $reasons }.
evaluation-failed = { $method } failed: { $reasons }.
evaluation-cost = { $method }: { NUMBER($tokens) } tokens, { $known ->
        [yes] { NUMBER($energy, maximumFractionDigits: 3) } Wh
       *[no] energy unknown
    }{ $unknown ->
        [0] .
        [one] ; one answer whose energy is unknown is not in it.
       *[other] ; { NUMBER($unknown) } answers whose energy is unknown are not in it.
    }
evaluation-difference =
    { $change ->
        [better] Better
        [worse] WORSE
        [moved] Changed
       *[not-seen] No difference seen
    }: { $title } ({ $method }), { $former } → { $latter }, difference [{ $low }, { $high }], { $common ->
        [0] no line in common
        [one] one line in common
       *[other] { NUMBER($common) } lines in common
    }.
evaluation-difference-missing = No longer measured: { $title } ({ $method }), { $former } before.
evaluation-compared =
    { $worse ->
        [0] { $better ->
            [0] { $moved ->
                [0] No difference seen
               *[other] Nothing better nor worse
            }
           *[other] No measure worse, { NUMBER($better) } better
        }
       *[other] REGRESSION: measures worse, { NUMBER($worse) }; better, { NUMBER($better) }
    }, of { NUMBER($measures) } compared (changed: { NUMBER($moved) }; no longer measured: { NUMBER($missing) }).
evaluation-page-title = Evaluation of Éclaireur
evaluation-page-lead = Each figure comes with its interval at 95%: where other lines, drawn alike, would probably put it. The formulas and their sources are in docs/evaluation.md.
evaluation-page-when = Measured on { DATETIME($day, dateStyle: "long") } with Éclaireur { $program }, seed { $seed }.
evaluation-page-compared = Since the former evaluation
evaluation-page-plot = Plot, from 0 to 1
evaluation-page-plot-told = For each measure, a point a method, on a line that is its interval at 95%. The table that follows gives the same figures.
evaluation-page-table = Table
evaluation-page-caption = Value, interval at 95% and number of values.
method-first-sentence = First sentence of the description, cut at 200 characters
method-vocabulary-in-text = Keywords of the portal that the text holds
error-unknown-subject = Nothing evaluates “{ $task }”. There are: { $known }.
error-unknown-method = The task { $task } has no method “{ $method }”. There are: { $known }.
error-unrecognised-evaluation = The keys of { $place } do not tell which task it is for. Name the task.
error-nothing-to-evaluate = No line can be used to evaluate { $task }; { $left_out } could be read, and were left out. Search and keywords need their catalogue to be imported.
error-results-not-found = There is no file of results { $place }.
error-unreadable-results = { $place } does not hold results of an evaluation, or in another form.
error-nothing-to-compare = These results have no method in common with the former ones ({ $former } / { $latter }).
error-unreadable-judgements = { $place }, line { $line }: this is no judgement of a pair.
error-no-common-pair = { $place } and { $other } judge no pair in common.
error-no-pair = { $one } and { $other } never propose two different values for these records.
cli-review = Have pairs of proposals judged without saying where they come from, then count what is preferred.

    Sides are drawn by chance. Keys: ← or 1, → or 2, = if neither is better, q to stop; outside a terminal, an answer a line. What is judged is kept as it comes, with nothing of who judges; run it again to go on.
cli-review-on = The records, in JSON Lines, compressed or not.
cli-review-pairs = The two methods, or declared models, to compare.
cli-review-judgements = The file where judgements are kept, one a line.
cli-review-judge = Have this declared model judge, in both orders; its calls are metered in the ledger.
cli-review-agreement = Other judgements of the same pairs: show the agreement.
cli-review-progress = Pairs judged
cli-review-place = Pair { NUMBER($place) } of { NUMBER($pairs) }: { $title }
cli-review-side = [{ $key }] { $text }
cli-review-ask = Which serves best? ← or 1, → or 2, =, q
cli-review-unknown-key = Keys: ← or 1, → or 2, =, q.
cli-review-preference = { $one } preferred { NUMBER($first) } times, { $other } { NUMBER($second) } times, neither { NUMBER($same) } times.
cli-review-share = { $one } wins { $value } of the pairs where one does [{ $low }, { $high }].
cli-review-agreement-told = Agreement on { NUMBER($pairs) } pairs: { $alike } [{ $low }, { $high }], { $kappa }.
cli-review-kappa = Cohen’s kappa { NUMBER($value, minimumFractionDigits: 2, maximumFractionDigits: 2) } [{ NUMBER($low, minimumFractionDigits: 2, maximumFractionDigits: 2) }, { NUMBER($high, minimumFractionDigits: 2, maximumFractionDigits: 2) }]
cli-review-no-kappa = no kappa: both say one and the same thing everywhere

## Commitments

pledge-title-proposes = It proposes, it never decides
pledge-meaning-proposes = Éclaireur writes beside the field, never in it. Nothing enters a record, or an export, that a person has not accepted or rewritten. Every decision can be undone.
pledge-how-proposes = One table says what may follow what: requested, proposed, accepted, edited, rejected. Every exported value names the proposal it comes from and the decision that let it through.
pledge-title-learns = It is on trial, and says what does not work
pledge-meaning-learns = This is an experiment. What people accept, edit or reject is counted and published, with how sure it is: a range, not a lone figure.
pledge-how-learns = Every prompt and every method has a version. Decisions are counted by field, version, method and model. Two methods can be compared: the record chooses which answers, never the person.
pledge-title-nobody = It knows nothing about you
pledge-meaning-nobody = No account is asked for. Éclaireur keeps no name, no address, no search. What you type is cleared of personal data before it is kept or shown to a model.
pledge-meaning-nobody-signed-in = Reading, searching and trying take no account. Whoever decides or operates signs in: Éclaireur keeps their role and organisation alone. No name, no address, no identifier, no search. What you type is cleared of personal data before it is kept or shown to a model.
pledge-how-nobody = No table has a place for a person. Names, addresses and numbers are replaced by a word such as [personne]. A decision says what and which day, never who; figures are published from five on.
pledge-how-nobody-signed-in = No table has a place for a person: a session is the digest of a random number, roles and an end, and is deleted when it is over. A decision says what, which day, in what role and for which organisation; role and organisation are neither published, exported nor counted. Two cookies for those who sign in, one more on the way and one to sign out of the provider; a single one for those who do not sign in.
pledge-title-hosted = Models are run by the State, or on this machine
pledge-meaning-hosted = Without configuration, no language model is called and nothing leaves. A model serves only if its operator, country, weights and licence are declared and allowed.
pledge-how-hosted = There is one way out: it refuses every address that is not declared, and counts what leaves. Pages load nothing from elsewhere: no font, no script, no audience measurement.
pledge-title-grounded = It says where what it writes comes from
pledge-meaning-grounded = A proposal may be wrong: read it. Every figure, date, place or name must be in the record; otherwise it is pointed out. When the record says too little, nothing is proposed, and the reason is given.
pledge-how-grounded = Without a model, the sentences are those of the record. A model’s text is checked against the record before it is shown; what the record does not say gets it thrown away.
pledge-title-frugal = It spends as little as it can, and counts it
pledge-meaning-frugal = The cheapest method answers first. A model is called only when somebody asks. The same question is never computed twice. Energy is counted; unknown is not taken for zero.
pledge-how-frugal = Every computation is metered: time, tokens, energy, emissions, and how they are known. Answers are kept. Daily budgets stop the models.
pledge-title-sparing = It does not impose itself
pledge-meaning-sparing = One button by the field, and nothing more: no window, no reminder, no text filled in. Each field and each model can be turned off, for everybody or for one organisation.
pledge-how-sparing = Nothing is computed before somebody asks. Switches act at once, without a restart, and their state is on this page.
pledge-title-open = Everything is open
pledge-meaning-open = The code, the prompts given to models, the figures of this page and the list of uses of artificial intelligence can be read and downloaded without an account.
pledge-how-open = Prompts are files of the repository, shown here in full. Figures come from the database when the page is displayed; nobody types them in.

figure-proposed = Proposals made
figure-decided = Decisions published
figure-accepted = Accepted as they are
figure-edited = Edited, then kept
figure-rejected = Rejected
figure-retained = Share kept, edited or not
figure-versions = Versions tried
figure-accepted-as-is = Share accepted as is
figure-trials = Comparisons declared
figure-trials-running = Comparisons under way
figure-withheld-personal = Proposals dropped because they told of a person
figure-models = Models declared
figure-models-state = Run by an administration
figure-models-local = Run on this machine or network
figure-models-other = Run by others
figure-sent = Requests that left
figure-refused = Requests refused at the way out
figure-withheld = Times nothing was proposed, with the reason
figure-withheld-share = Share of requests for which nothing was proposed
figure-unsupported = Texts of a model thrown away: the record did not say what they said
figure-failed = Technical failures
figure-energy = Energy spent, as far as it is known
figure-energy-unknown = Computations whose energy is unknown
figure-carbon = Emissions, as far as they are known
figure-carbon-unknown = Computations whose emissions are unknown
figure-energy-per-proposed = Energy for each proposal
figure-energy-per-retained = Energy for each proposal kept
figure-cached = Answers already known, not computed again
figure-energy-saved-cache = Energy those answers saved
figure-without-model = Proposals made without a language model
figure-energy-saved-model = Energy saved without a model, at a model’s mean cost
figure-tasks-on = Fields it proposes for
figure-tasks-off = Fields turned off
figure-off-for-some = Switches off for one organisation
figure-turns-asked = Uses of a model that wait to be asked for
figure-turns-automatic = Uses of a model that are automatic
figure-prompts = Prompts published in full
figure-models-open = Models with public weights
figure-models-closed = Models without public weights

purpose-short_description = Propose one or two sentences that say what the data are, in 200 characters at most.
purpose-keywords = Propose up to five keywords that people look for these data by, from the record and the habits of the catalogue.
purpose-theme = Propose one or two of the thirteen themes of European portals, from the record and those like it.

limit-extraction = Without a model, a short description takes the record’s own sentences: badly written in the record, it is badly written in the proposal. Only French is summarised.
limit-grounding = The check looks for figures, dates, places, names and acronyms. A sentence can be wrong without any of them.
limit-masking = Masking recognises forms: it misses some names, and masks some words wrongly. Published records are kept as they are published.
limit-energy = Energy is nearly always an estimate: it moves tenfold with the assumptions. Making the machines is not counted, nor is the server’s waiting.
limit-counters = Figures tell what people decided here, not whether they were right. Those who decide are not drawn at random.
limit-fewness = Under five decisions, a figure is not published. Totals add up published rows only.
limit-signin = Nobody signs in here: whoever reaches the page can decide. That is why the server listens to its own machine alone.
limit-signin-signed-in = A decision keeps the role and the organisation of whoever took it. Where one person alone reviews for an organisation, somebody who has the database and knows them can tell that it was them, and on which day. None of it is published or exported.

register-output = A proposal for the field “{ $field }”, beside that field.
register-human-role = A person reads the proposal, then accepts, rewrites or rejects it. Without them nothing enters the record. They can take their decision back.
register-effect = No effect on anybody’s rights: only the way a public record describes data changes.
register-personal-data = No personal data is asked for or kept. Any that a record holds is masked before a model reads it.
register-note-decision = This is no individual administrative decision: no person’s file or request is processed.
register-note-crpa = Articles L. 311-3-1 and R. 311-3-1-2 of the French code of relations between the public and the administration are about such decisions. The same information is given here: data read, method, degree of intervention.
register-note-ai-act = Article 50 of the European regulation on artificial intelligence asks that texts made by a machine be marked. A value that comes from a proposal says so in every export, with the decision of the person who read it.
register-note-gdpr = The General Data Protection Regulation applies to personal data that a record may hold; the organisation that runs Éclaireur answers for it.

web-engagements-title = Our commitments
web-engagements-link = Commitments, figures and checks
web-engagements-intro = Éclaireur helps describe public data with automatic methods, sometimes a language model. Here is what it promises, how that is kept, what the figures of this place say, and how to check for yourself.
web-engagements-nav = On this page
web-engagements-as-of = Figures of { DATETIME($day, dateStyle: "long") }, computed as this page is displayed.
web-engagements-empty = Nothing has been proposed here yet: there is no figure to show. They will appear with the first proposal.
web-engagements-number = Commitment { NUMBER($number) }
web-engagements-meaning = What it means
web-engagements-how = How it is kept
web-engagements-files = In the code
web-engagements-figures = Here, today
web-engagements-no-figure = Nothing has been counted here yet.
web-engagements-command = Check for yourself
web-engagements-audit = Last audit
web-engagements-no-audit = No audit yet: run
web-engagements-not-audited = The audit has no check of this commitment: the command above shows it.
web-engagements-audited-on = { DATETIME($day, dateStyle: "long") }
web-engagements-more-evidence = { $count ->
    [one] One more piece of evidence
   *[other] { NUMBER($count) } more pieces of evidence
}
web-engagements-share = { NUMBER($value, style: "percent") } (between { NUMBER($low, style: "percent") } and { NUMBER($high, style: "percent") })
web-engagements-decisions = What people do with proposals
web-engagements-decisions-none = No decision is published: it takes at least { NUMBER($threshold) } for one method.
web-engagements-decisions-chart = Shares of proposals accepted, edited and rejected, by method
web-engagements-decisions-few = Methods with fewer than { NUMBER($threshold) } decisions are neither in the chart nor in a total: somebody could be told from them.
web-engagements-interval = In brackets, the 95% range: where the true share most likely is, given the number of decisions.
web-engagements-bar = { $maker }: { NUMBER($accepted) } accepted, { NUMBER($edited) } edited, { NUMBER($rejected) } rejected
web-engagements-maker = { $field }, { $maker }, version { $version }
web-engagements-too-few = fewer than { NUMBER($threshold) }
web-engagements-as-table = The same figures as a table
web-engagements-answers = What requests give
web-engagements-answers-chart = Proposals, refusals to propose and failures, by method
web-engagements-answers-bar = { $maker }: { NUMBER($proposed) } proposals, { NUMBER($withheld) } without a proposal, { NUMBER($failed) } failures
web-engagements-nothing-asked = Nothing has been asked for yet.
web-engagements-models = Language models
web-engagements-models-none = No language model is declared: proposals are computed on this machine, without a model.
web-engagements-policy = Policy: operators allowed, { $operators }; countries allowed, { $countries }; { $open ->
    [yes] public weights and a known licence required.
   *[no] public weights not required.
}
web-engagements-operator-local = this machine or network
web-engagements-operator-state = public administration
web-engagements-operator-other = other
web-engagements-parameters = { NUMBER($total) } billion, { NUMBER($active) } of them at a time
web-engagements-unsaid = not declared
web-engagements-closed = not public
web-engagements-tasks = What each task does, and what it reads
web-engagements-version = Version
web-engagements-since = { $version }, in use here since { DATETIME($day, dateStyle: "long") }
web-engagements-never-used = { $version }, not used here yet
web-engagements-methods = Methods, in order
web-engagements-reads = Reads
web-engagements-shows = Shows to a model
web-engagements-never-reads = Never reads
web-engagements-never-reads-more = Nor the content of files, nor the names of authors and contacts, nor what anybody looks for.
web-engagements-shown-masked = { $fields }; personal data masked
web-engagements-on-request = { $maker }: only when somebody asks for another proposal
web-engagements-automatic = { $maker }: answers as soon as a proposal is asked for
web-engagements-state = State
web-engagements-on = On
web-engagements-off = Off
web-engagements-on-except = On, except for: { $organisations }
web-engagements-prompt = The prompt given to the model, in full
web-engagements-prompt-system = Instructions
web-engagements-prompt-record = How the record is shown
web-engagements-prompt-repair = When the answer will not do
web-engagements-prompt-faults = The faults the model is told of
web-engagements-prompt-changes = What each version changed
web-engagements-prompt-change = Version { $version }
web-engagements-footprint = What it costs
web-engagements-footprint-none = Nothing has been computed yet.
web-engagements-ledger = The detail by day
web-engagements-today = Limits of the day and switches
web-engagements-trials = Comparisons of methods
web-engagements-trials-none = No comparison is declared.
web-engagements-trial-running = from { DATETIME($began, dateStyle: "long") } to { DATETIME($ends, dateStyle: "long") }, under way
web-engagements-trial-over = from { DATETIME($began, dateStyle: "long") } to { DATETIME($ends, dateStyle: "long") }, over
web-engagements-trial-too-few = Too few decisions to conclude.
web-engagements-trial-no-difference = No difference seen.
web-engagements-trial-difference = { $better } is accepted as is more often.
web-engagements-limits = What it cannot do
web-engagements-contest = Contest, contribute
web-engagements-contest-proposal = Does a proposal seem wrong? Reject it, or rewrite it: that is counted. Already accepted, the decision can be undone on the page of the dataset.
web-engagements-contest-contact = To contest a figure or a use:
web-engagements-contest-nobody = Whoever runs this installation has not said whom to write to. Turn to the organisation that gives you access to it.
web-engagements-run-by = This installation is run by { $organisation }.
web-engagements-contribute = To contribute to the code, the prompts or the evaluation cases:
web-engagements-download = Download
web-engagements-download-intro = All that this page tells, under the Licence Ouverte 2.0: you may use it again if you name the source.
web-engagements-licence = Text of the licence
web-engagements-download-csv = The figures (CSV)
web-engagements-download-json = The whole page (JSON)
web-engagements-download-register = The register of uses of artificial intelligence (JSON)
web-engagements-head-maker = Method or model
web-engagements-head-proposed = Proposed
web-engagements-head-decided = Decisions
web-engagements-head-accepted = Accepted
web-engagements-head-edited = Edited
web-engagements-head-rejected = Rejected
web-engagements-head-as-is = Share accepted as is
web-engagements-head-retained = Share kept
web-engagements-head-distance = How far edits go
web-engagements-head-energy-proposed = Energy for each proposal
web-engagements-head-energy-retained = Energy for each proposal kept
web-engagements-head-withheld = Without a proposal
web-engagements-head-failed = Failures
web-engagements-head-reason = Reason
web-engagements-head-times = Times
web-engagements-head-model = Model
web-engagements-head-operator = Operator
web-engagements-head-country = Country
web-engagements-head-weights = Weights
web-engagements-head-licence = Licence
web-engagements-head-parameters = Parameters
web-engagements-head-used-for = Serves for
web-engagements-head-state = State
web-engagements-head-calls = Computations
web-engagements-head-energy = Energy
web-engagements-head-carbon = Emissions
web-engagements-head-source = Known how
web-engagements-head-variant = Method
web-engagements-caption-fates = Decisions, by method
web-engagements-caption-shares = Shares, by method
web-engagements-caption-each = Energy of each proposal
web-engagements-caption-answers = Answers, by method
web-engagements-caption-reasons = Why nothing was proposed
web-engagements-caption-why = Why proposals were edited or rejected
web-engagements-caption-models = Models declared
web-engagements-caption-spent = Spent, since the beginning
web-engagements-caption-saved = Saved, by field

cause-title-missing = The title is missing
cause-description-too-short = Description too short
cause-not-in-french = Description that is not in French
cause-no-sentence-on-content = No sentence says what the data are
cause-warning-lost = A warning of the record would be lost
cause-personal-data = Personal data in the sentences that matter
cause-nothing-to-read = Neither title nor description
cause-no-keyword-found = No keyword possible
cause-no-other-keyword = The record’s keywords are enough
cause-no-theme-found = No theme clear enough
cause-no-other-theme = The record’s themes are enough
cause-answer-themes = Model: no theme of use
cause-answer-length = Model: text too long or too short
cause-answer-markup = Model: something else than plain text
cause-answer-link = Model: a link or a contact
cause-answer-personal-data = Model: a person
cause-answer-echo = Model: its prompt repeated
cause-answer-sentences = Model: sentences incomplete or too many
cause-answer-language = Model: not in French
cause-answer-wording = Model: not a description
cause-answer-title = Model: nothing more than the title
cause-answer-unsupported = Model: what the record does not say
cause-answer-keywords = Model: no keyword of use
cause-method-failed = A defect of Éclaireur
cause-budget-spent = Budget of the day spent
cause-task-switched-off = Field turned off
cause-model-switched-off = Model turned off
cause-host-unreachable = Model’s server cannot be reached
cause-host-too-slow = Model’s server too slow
cause-answer-cut-short = Model’s answer broken off
cause-answer-too-large = Model’s answer too large
cause-model-busy = Model too busy
cause-model-resting = Model left alone after failures
cause-model-server-failed = Model’s server failed
cause-model-request-refused = Request refused by the model’s server
cause-model-answer-unusable = Model’s answer of no use
cause-model-not-served = Model missing from its server
cause-model-key-refused = Key of the model refused
cause-egress-refused = Sending refused at the way out

## Signing in

role-read = Reading
role-review = Review
role-operate = Operation
error-role-missing = This takes the role “{ $role ->
     [operate] Operation
    *[review] Review
    }”{ $scope ->
     [every] {""}.
    *[some] {" "}for { $organisation }.
    } It was not granted to you: nothing was recorded. Ask whoever operates this installation.
error-secret-missing = “{ $setting }” should be in { $place }, and is not: that variable, or that file, must hold a single word of at least { $minimum } characters, and nothing else.
error-sign-in-refused = Signing in with { $provider } did not succeed: { $problem ->
     [state] it took more than ten minutes, or had begun in another browser.
     [provider] the service refused, or you gave up.
     [code] it had served already.
     [level] the level of assurance that is asked for is not reached.
    *[other] the answer received could not be verified ({ $problem }).
    } Try again.
error-sign-in-unavailable = { $provider } does not answer as it should ({ $problem }): nobody can sign in just now. Try again later; if it lasts, tell whoever operates this installation.
sign-in-title = Signing in
sign-in-link = Sign in
sign-in-lead = Reading, searching and preparing a draft take no signing in. Deciding on proposals, and operating Éclaireur, do.
sign-in-needed = What you asked for takes signing in. Nothing was recorded; you will then come back to the page where you were.
sign-in-privacy = Éclaireur keeps neither your name, nor your address, nor any identifier: only what you may do, and for which organisation, for the time of the session. A decision keeps that role and that organisation.
sign-in-with = Sign in with { $provider }
sign-in-token = Token
sign-in-token-hint = The one that the person who operates this installation knows.
sign-in-with-token = Sign in with the token
sign-in-wrong-token = That is not the token. After ten tries, a minute must be waited for.
sign-in-done = You are signed in. Here is what you may do.
sign-in-go-on = Go on
sign-in-signed-in-as = Signed in:
sign-in-capacity = { $role ->
     [read] Reading only
     [review] Review
    *[operate] Operation
    }{ $scope ->
     [every] {""}
    *[some] {" "}· { $organisation }
    }{ $others ->
     [-1] {""}
     [0] {""}
    *[other] {" "}(+ { NUMBER($others) })
    }
sign-in-grant = { $role ->
     [read] Read
     [review] Review and decide
    *[operate] Operate, review and decide
    }: { $scope ->
     [every] every organisation
    *[other] { $organisation }
    }
sign-in-nothing-granted = Your organisation has no role here: you may read, and nothing more. To decide, ask whoever operates this installation.
sign-in-to-decide = Deciding takes signing in.
sign-in-role-missing-here = { $scope ->
     [nobody] This dataset has no publisher: only those who review for every organisation may decide on it.
    *[other] You may read this proposal; only those who review for { $organisation } may decide on it.
    }
sign-out = Sign out
signed-out-title = You have signed out
signed-out-lead = The session is over, here and on every server of this installation.
signing-out-lead = The session is over here. It is still to be ended at { $provider }, where you are being led.
signing-out-go = End it at { $provider }
reason-audit-sessions-due = { $sessions ->
     [0] No session stayed after its end.
    *[other] Sessions that stayed after their end: { NUMBER($sessions) }. Open the installation, which will delete them.
    }
reason-audit-session-columns = The table session has the columns { $columns }: the digest of a random number, roles, two ends. Nothing in it tells whose session it is, and nothing else refers to it.
cli-config-sign-in = Signing in: { $ways }, address { $address }.
cli-config-sign-in-grant = { $claim } = { $equals }: { $role } for { $organisation }.
cli-sessions = The sessions of those who signed in.
cli-sessions-end = Sign everybody out, of every server of this installation.

    For when a computer or a token was lost. Changing [sign_in] or the token does the same, at the next start.
cli-sessions-ended = Sessions ended: { NUMBER($sessions) }.

## Sending back

error-sending-key-missing = The API key to write to { $portal } is missing, or is none: one word, in ASCII. Give it at the prompt, in the variable { $variable }, or on standard input with --key-stdin. It is never kept.
error-portal-not-declared = No portal is declared under the name { $portal } in eclaireur.toml. Check it, or give its address.
error-nothing-can-be-sent = { $portal } does not answer as a udata or CKAN portal: nothing can be sent to it. Check the address and --kind, or take a file with “eclaireur export”.
error-sending-key-refused = { $origin } refuses the key given ({ $status }). Check it on your account at the portal. What was sent stays so.
error-sending-forbidden = { $identifier }: { $origin } does not let this key change this dataset ({ $status }). Nothing was written to it.
error-sending-rejected = { $identifier }: { $origin } refuses what is sent to it ({ $status }): { $said }. Nothing was written to it.
error-sending-busy = { $origin } has too many requests: { $seconds ->
     [0] try again later.
    *[other] it asks to wait { $seconds } s.
    } What was sent stays so: the same command will go on from there.
error-sending-failed = { $origin } failed ({ $status }). What was sent stays so: the same command will go on from there, and write nothing twice.
error-sending-stopped = Nothing could be written to { $origin } for { $number } datasets in a row: the sending stopped there. See why before going on.
error-changed-at-portal = { $identifier }: the portal no longer says what it said when { $field } was decided. Nothing was written to it: the proposal is to be reviewed again.
error-altered-by-portal = { $identifier }: the portal kept something else than what was sent for { $field }. Look at what it made of it.
error-ignored-by-portal = { $identifier }: the portal took the request and did not change { $field }. It may not know this field.
error-not-at-portal = { $identifier }: the portal does not have this dataset, or no longer.
error-no-longer-ours = { $identifier }: the portal no longer says what was sent for { $field }. Nothing was reverted.
reason-changed-at-portal = The portal had changed since this decision: it was not written there, and the proposal is to be reviewed again.

fate-ready = to write
fate-sent = sent
fate-already = at the portal already
fate-changed = changed meanwhile, to review
fate-altered = kept otherwise by the portal
fate-ignored = ignored by the portal
fate-refused = refused by the portal
fate-failed = without an answer
fate-absent = not at the portal
fate-unplaced = without a place at this portal
fate-reverted = reverted
fate-not-ours = no longer ours

cli-send = Send the accepted and edited values, and only those, back to a udata or CKAN portal.

    Each dataset is read again at the portal first. What changed there since the decision is not overwritten: the proposal comes back for review. Then the value is written, with its provenance, and read again: what counts as sent is what the portal then says. Each decision is sent once; an interrupted sending goes on with the same command.

    The API key is that of the person who sends, for this sending alone: it is asked for without being shown, or taken from the variable ECLAIREUR_PORTAL_KEY, or from standard input. It is never an argument, and is kept nowhere.

    Without --yes, the changes are shown, then the question is asked. The code is 0 if nothing was amiss, else that of the first thing that was.

    With --json, an object for each value: dataset, title, field, suggestion, former, value, outcome, error; then a last one: portal, counts.
cli-send-to = The portal: the name of its declaration in eclaireur.toml, or its address, which then counts as declared for this sending alone.
cli-send-field = This field only. The option can be repeated.
cli-send-suggestion = The value of this suggestion only. The option can be repeated.
cli-send-limit = How many values to write, at most.
cli-send-revert = Put back what the portal said before the sending, where it still says what was sent. Decisions stay.
cli-send-dry-run = Show each change, before and after, and write nothing anywhere. Needs no key.
cli-send-yes = Write without asking.
cli-send-key-stdin = Read the key on standard input.
cli-send-key = API key for { $portal } (it is not shown)
cli-send-reading = Reading the portal
cli-send-writing = Sending
cli-send-agree = { $count ->
     [0] Take note here of what { $portal } says?
     [one] Write one value to { $portal }?
    *[other] Write { NUMBER($count) } values to { $portal }?
    }
cli-send-agree-revert = { $count ->
     [0] Take note here of what { $portal } says?
     [one] Revert one value at { $portal }?
    *[other] Revert { NUMBER($count) } values at { $portal }?
    }
cli-send-counts = { $portal }: { $listed }.
cli-send-count = { $fate }: { NUMBER($count) }
cli-send-nothing = Nothing to send to { $portal }.
cli-send-nothing-revert = Nothing to revert at { $portal }.
cli-send-empty = (empty)
cli-metavar-portal = PORTAL
usage-send-yes = Add --yes to write without being asked, or --dry-run to see what would be written.
cli-yes-or-no = y/N
cli-yes = y yes
reason-audit-sending-stray = A value was written at a portal for the suggestion { $name } that no decision retained.
error-sending-under-way = A portal is being read or written here already: wait until that ends.
error-nothing-looked-at = Nothing that was looked at is left to write: look again at what would be sent.
web-sendings-title = Sending back
web-sendings-link = Sending back
web-sendings-intro = What people accepted or edited, and nothing else, can go back to the portal that the records come from. Look at each change first, before and after; then write, with your own key.
web-sendings-look = Look
web-sendings-portal = Portal
web-sendings-most = How many values
web-sendings-most-hint = From 1 to { NUMBER($most) }. For more at once: the command “eclaireur send”.
web-sendings-look-send = See what would be sent
web-sendings-look-revert = See what would be reverted
web-sendings-none = No udata or CKAN portal is declared. Add one under [catalogues] in eclaireur.toml.
web-sendings-looking = Reading { $portal }
web-sendings-looked = What would be written to { $portal }
web-sendings-writing = Writing to { $portal }
web-sendings-written = What was done at { $portal }
web-sendings-failed = Stopped on the way at { $portal }
web-sendings-values = { $count ->
     [0] No value yet
     [one] One value
    *[other] { NUMBER($count) } values
    }
web-sendings-counts = In numbers
web-sendings-caption = Each value, before and after
web-sendings-head-dataset = Dataset
web-sendings-head-field = Field
web-sendings-head-former = At the portal
web-sendings-head-value = To write
web-sendings-head-fate = What became of it
web-sendings-key = Your API key for { $portal }
web-sendings-key-hint = It serves for this sending alone and is kept nowhere. You find it on your account at the portal.
web-sendings-confirm-send = Send
web-sendings-confirm-revert = Revert
web-sendings-button-send = Write to the portal
web-sendings-button-revert = Put back what was there

## What the system refuses

system-problem = { $problem ->
    [busy] too many others use it. Try again in a moment.
    [damaged] the file is damaged. Restore a backup.
    [disk-full] the disk is full. Make room and try again: what was confirmed is kept.
    [newer-version] a later version of Éclaireur wrote it. Use that version, or another directory.
    [read-only] nothing can be written there. Check the permissions, and that the disk is not read-only.
    [unreachable] the database does not answer. Start it and try again: what was confirmed is kept.
   *[other] { $problem }.
 }
