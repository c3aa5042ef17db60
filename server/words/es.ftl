# Lo que dicen las órdenes, por temas. Los errores y la ayuda tienen sus propios archivos.
# La frase de un fallo empieza en minúscula y no lleva punto; cómo remediarlo va aparte y sí lo lleva.

## The ledger and what is looked for in it

no-ledger-yet = todavía no hay ningún libro
mend-init = `countersign init` funda uno.
no-such-programme = no hay ningún programa { $name }
mend-programmes = Los que hay: `countersign programme list`
not-a-member = { $name } no es miembro
mend-members = Los que hay: `countersign member list`
no-such-entry = en este libro no hay tal asiento
no-entry = en este libro no hay ningún asiento { $identity }
simulated-ledger = Simulado: en este libro, lo que los receptores confirman y gastan es inventado.
sqlite-file-name = { $path }: el archivo de un libro de SQLite se llama { $name }
mend-sqlite-folder = Indique su carpeta con --data.
name-and-word = { $name } ({ $word })
at-line = línea { $line }: { $what }
no-such-member = no hay ningún miembro { $name }
no-such-file = no existe tal archivo
mend-verify = `countersign verify` dice más.
ledger-exists = ya hay un libro
ledger-exists-for-demo = ya hay un libro: la demostración llena una carpeta vacía
mend-other-folder = Indique otra carpeta con --data.
of-file = { $path }: { $what }

## What is wanted of a flag

wanted-month = se espera un mes, como 2019-10
wanted-one-of = se espera uno de { $words }
wanted-index-or = se espera el lugar de un asiento, o { $error }
wanted-source = se espera IDENTIDAD/PARTIDA:IMPORTE, el importe en unidades mínimas

## Heads of tables

head-code = tipo
head-at-risk = en riesgo
head-payer = pagador
head-payee = receptor
head-since = desde
head-entry = asiento
head-state = estado
head-member = miembro
head-function = función
head-tier = nivel
head-region = lugar
head-title = nombre
head-key = clave
head-person = persona
head-roles = permisos
head-programme = programa
head-owner = abierto por
head-currency = moneda
head-year = período
head-term = condición
head-value = valor

## What stands in tables

key-is-active = vigente
key-is-revoked = revocada en el asiento { $index }
key-is-compromised = comprometida desde el asiento { $index }
programme-is-open = abierto
programme-is-closed = cerrado
days-from-to = { $from } a { $to }
value-none = ninguno
value-true = sí
value-false = no
shown-programme = programa
shown-title = nombre
shown-owner = abierto por
shown-currency = moneda
shown-exponent = decimales
shown-starts = empieza
shown-ends = termina
shown-basis = base
shown-payees = a quién se puede pagar
shown-hop-days = días que puede tardar un envío
shown-idle-days = días que el dinero puede quedar quieto
shown-grace-days = días de gracia
shown-tolerance-ppm = tolerancia para comisiones, partes por millón
shown-thresholds = firman más personas desde
shown-closed-through = cerrado hasta
shown-closed = cerrado
shown-opened = asiento de apertura

## What goes on while a bar fills

doing-exporting = exportando
doing-loading = cargando
doing-rebuilding = reconstruyendo
doing-sending = enviando
doing-signing = firmando
doing-signing-and-judging = firmando y revisando
doing-verifying = verificando
doing-writing = escribiendo

## Totals: the terms of the identities, and what is told hop by hop

tallied-appropriated = asignado
tallied-income = ingresos
tallied-held = en poder
tallied-in-transit = en camino
tallied-missing = faltante
tallied-spent = gastado
tallied-charged = comisiones
tallied-left = salió del programa
tallied-written-off = dado de baja
tallied-sent = enviado
tallied-taken-back = retirado
tallied-meant = se le envió
tallied-received = recibido
tallied-recovered = recuperado

## Findings, and the chain of an entry

findings-told = { $count ->
    [one] { $count } hallazgo
   *[other] { $count } hallazgos
}
finding-is-open = abierto
finding-is-closed = cerrado el { $day }
trace-from = viene de
trace-this = este
trace-to = va a
trace-left-out = se omiten { $count } más
trace-received = recibido { $received }
trace-received-missing = recibido { $received }, faltante { $open }
trace-received-in-transit = recibido { $received }, en camino { $open }

## Questions

ask-passphrase = Contraseña del archivo de clave:{" "}
ask-pin = PIN del token:{" "}
ask-new-passphrase = Contraseña para el nuevo archivo de clave:{" "}
ask-passphrase-again = La misma contraseña otra vez:{" "}
ask-sign-and-send = ¿Firmar y enviar?
ask-sign-all = ¿Firmarlos todos?
ask-yes-or-no = [s/N]
# What is typed for yes, in small letters, with spaces between.
ask-yes-is = s si sí y yes
no-terminal-to-ask = no hay terminal en la que preguntar si se firma esto
mend-no-terminal-to-ask = Léalo con --dry-run y luego firme con --yes.
nothing-signed = no se firmó nada

## Sending entries

refused = rechazado: { $why }
refused-note = Es la nota { $number } del archivo, { $identity }.
entry-recorded = asiento { $index } registrado: { $identity }
entry-stood-there = el asiento { $index } ya constaba: { $identity }
submitted = { $recorded ->
    [one] { $recorded } registrado
   *[other] { $recorded } registrados
}, { $before ->
    [one] { $before } ya constaba
   *[other] { $before } ya constaban
}
no-answer = no hubo respuesta: envíelo otra vez
answer-unreadable = no se puede leer la respuesta del servidor: { $name }: { $error }
mend-and-again = Remedie la causa y ejecute otra vez la misma orden: lo que ya consta no se agrega dos veces.
mend-address = Revise la dirección, y si hay un servidor en ella.
line-too-long = la línea { $line } tiene más de { $bytes } bytes: ninguna nota tiene una línea así
no-note-begins = línea { $line }: aquí no empieza ninguna nota firmada: { $error }
note-too-long = es demasiado larga
entry-unwritten = no se puede escribir el asiento: { $error }
too-many-keys = firman más claves que las firmas que admite un asiento

## Verifying

verified-nothing = No hay nada que verificar: ni siquiera el comienzo del libro.
verified-store = { $ledger }: { $count ->
    [one] { $count } asiento
   *[other] { $count } asientos
}; se cumplen todas las firmas y todas las reglas ({ $seconds } s, { $rate } asientos por segundo).
tallies-without-store = { $count ->
    [one] Se sumó { $count } total
   *[other] Se sumaron { $count } totales
}; no hay base de datos con la que compararlos.
tallies-as-stored = { $count ->
    [one] Se sumó { $count } total, y la base de datos tiene el mismo.
   *[other] Se sumaron { $count } totales, y la base de datos tiene los mismos.
}
sums-differ = { $count ->
    [one] { $count } suma pública difiere; `countersign rebuild` la vuelve a hacer:
   *[other] { $count } sumas públicas difieren; `countersign rebuild` las vuelve a hacer:
}
verified-log = { $log }: { $count ->
    [one] { $count } asiento, en el árbol que firmó
   *[other] { $count } asientos, cada uno en el árbol que firmó
} la clave del registro; se cumplen todas las firmas y todas las reglas ({ $seconds } s, { $rate } asientos por segundo).
verified-root = La raíz es { $root }.
tallies-added-up = { $count ->
    [one] Se sumó { $count } total.
   *[other] Se sumaron { $count } totales.
}
tally-of-nothing = la base de datos tiene un total de `{ $of }`, que no nombra nada
no-policy-given = No se dio ninguna política, así que no se comprobó ninguna firma de testigos.
witnesses-seen = Lo refrendaron { $seen } de los { $of } testigos de la política, y se alcanza su quórum.
witness-at = { $name }, { $time }
log-key-given = La clave del registro fue dada: { $key }
log-key-of-policy = La clave del registro consta en la política: { $key }
log-key-on-first-use = La clave del registro se tomó en el primer uso, de { $place }: { $key }
place-first-entry = el primer asiento del registro
log-key-compare = Compárela con una que tenga de otra fuente, y dela con --vkey.
log-key-unknown = no se conoce ninguna clave del registro { $log }
mend-log-key = Indíquela con --vkey, o con --policy una política que la tenga.
key-expected = { $place }: se esperaba { $error }
checkpoint-remembered = Este punto de control queda guardado en { $path }: un registro que retroceda de él se rechaza.
checkpoint-not-remembered = No se guarda nada: si el registro retrocede más tarde, no se notará.
mend-memory = Corríjalo, o mire con --no-remember: entonces el registro no se coteja con lo visto antes.
entries-missing = hay { $count } asientos, el punto de control tiene { $size } (entries-missing)
root-differs = los primeros { $size } asientos tienen la raíz { $root }, el punto de control nombra { $named } (root-differs)
begins-as-checkpoint = Los primeros { $size } asientos son los del punto de control de { $log }.
receipt-needs-log = un recibo se coteja con un registro
mend-receipt-needs-log = Indique el registro con --log URL o --tiles DIR.

## One paper: a proof of a place, or evidence

proof-stands = Este asiento ({ $kind }, { $identity }) es el { $index } del registro { $log }.
proof-checked = Comprobado:
proof-checked-path = sus bytes llevan, por { $hashes } huellas, a la raíz de un árbol de { $size } asientos;
proof-checked-key = la clave del registro firmó esa raíz: { $key }
proof-no-policy = no se dio ninguna política, así que no se comprobó ninguna firma de testigos.
proof-replayed = se recorrió el registro entero: las firmas del propio asiento son válidas y las reglas lo admiten ahí.
proof-not-checked = Sin comprobar: las firmas del propio asiento, porque las claves de quienes firmaron están en asientos anteriores; para comprobarlas, dé --log URL o --tiles DIR.
proof-proves = Qué demuestra esto: quien lleva el registro puso ahí el asiento y no puede retirarlo, ni mostrar a otros un registro sin él, y seguir teniendo una sola historia. Qué no demuestra: que lo que dice el asiento sea cierto.
proof-without-entry = la prueba no trae su asiento
mend-proof-without-entry = Indique el asiento con --note FILE.
proof-leads-but-no-key = el camino lleva del asiento a la raíz del punto de control, pero no se conoce ninguna clave del registro { $log } con la que comprobar quién la firmó
mend-proof-key = Dela con --vkey, o con --policy una política que la tenga.
paper-refused = { $path }: { $error } ({ $code })
body-too-long = más de { $bytes } bytes (body-too-long)
entry-differs = el asiento { $index } del registro es otro (entry-differs)
entry-outside-log = el asiento queda fuera del registro
evidence-at = Prueba: { $path }
evidence-convinces = Convence a quien tenga la clave del registro: `countersign verify FILE --vkey KEY` la comprueba.
evidence-both-signed = Los dos están firmados. Por sí solo, un punto de control antiguo solo muestra que no es el último.
evidence-of-entry = La clave del registro firmó un árbol con este asiento; quien recorra el libro hasta ahí encuentra lo mismo.
evidence-not-saved =
    No se pudo guardar la prueba ({ $why }):
    { $evidence }
entry-proof-not-saved = No se pudo guardar la prueba del asiento: { $why }
evidence-needs-key = una prueba se comprueba con la clave del registro
mend-evidence-needs-key = Dela con --vkey.
evidence-shows-nothing = el archivo no demuestra nada: { $error } (evidence-invalid)
contradiction-genesis-differs = El registro { $log } firmó un árbol que no es el suyo: { $departure }.
contradiction-wrong-leaf = El registro { $log } firmó que el asiento { $index } es { $said }, y que es { $found }.
contradiction-clock = El registro { $log } respondió el { $answered } que hay un asiento en el lugar { $index }; su asiento { $tick }, anterior, es del { $time }.
contradiction-two-answers = El registro { $log } firmó dos respuestas que no pueden ser ciertas a la vez.
contradiction-size-back = El registro { $log } aceptó un asiento en el lugar { $index }, y después firmó que tiene { $size } asientos.
contradiction-late = El registro { $log } aceptó un asiento en el lugar { $index }; { $by } vio su punto de control de { $size } asientos el { $time }, más de 60 s después.
contradiction-refusal-to-replay = El registro { $log } rechazó { $identity } con { $code } cuando tenía { $size } asientos. `countersign verify --log URL --receipt FILE --submission FILE` lo juzga otra vez.
contradiction-fork = El registro { $log } firmó dos historias: sus primeros { $size } asientos tienen la raíz { $earlier } en una y { $later } en la otra.
contradiction-rule-to-replay = Según se dice, el registro { $log } tiene como asiento { $index } uno que las reglas rechazan con { $code }. `countersign verify --log URL` lo juzga otra vez.
contradiction-bad-entry = El registro { $log } tiene como asiento { $index } algo que no lo es: { $error }.

## Answers of a log, held against it; `answer` is the line that the log signed

answer-told = { $path }, respuesta { $line }: { $what } ({ $code })
answer-kept = { $answer }: ahí está
answer-wrong-leaf = { $answer }: el registro tiene ahí { $found }
answer-before-clock = { $answer }: el asiento { $tick } del registro, un tic del reloj, es más de { $seconds } s posterior a la respuesta
answer-refused-rightly = { $answer }: las reglas lo rechazan así
answer-refused-otherwise = { $answer }: las reglas lo rechazan con { $code }
answer-admitted-by-rules = { $answer }: las reglas lo admiten
answer-not-judged = { $answer }: se juzga cuando se da el envío con --submission y el registro llega a ese tamaño
answer-late = { $answer }: un testigo vio los { $size } asientos del registro más de { $seconds } s después de la respuesta
answer-awaited = { $answer }: el registro tiene { $size } asientos por ahora; debe estar ahí { $seconds } s después de la respuesta
answers-contradict = no puede ser cierta a la vez que { $other }

## Founding, the demonstration, copies

founded = Fundado { $ledger }.
founded-keys = Las claves están en { $folder }: guarde recovery.key aparte, sin conexión, y haga copia de todas.
person-clock-taken = la persona `clock` es del propio servidor: use otro identificador en --person
origin-too-long = el nombre de origen es demasiado largo para la clave de su registro: 63 bytes como máximo
demo-entries = { $entries } asientos de { $members } miembros en { $seconds } s: { $rate } asientos por segundo.
demo-deposits = { $deposits } depósitos por { $amount } PYG son reales; lo que los receptores confirman y gastan es simulado.
demo-planted = Se pusieron { $count } fugas a propósito: { $file }
demo-see = Para verlo: countersign serve --data { $folder }
demo-entry-refused = asiento { $index } de la demostración: { $error }
not-a-member-of-demo = { $name } no es miembro de la demostración
backed-up = { $count ->
    [one] Se copió { $count } asiento
   *[other] Se copiaron { $count } asientos
}; el último es { $last }.
backed-up-empty = Se copió un libro sin asientos.
restored = { $count ->
    [one] Se restauró { $count } asiento
   *[other] Se restauraron { $count } asientos
}; el último es { $last }.
restored-empty = Se restauró un libro sin asientos.
documents-left-out = documentos que fueron alterados y no se copiaron: { $names }
mend-documents-left-out = Recupérelos de una copia anterior; la huella que consta en el asiento dice cuál es el archivo correcto.
rebuilt = { $count } asientos recorridos y llevados a todas las tablas ({ $seconds } s, { $rate } asientos por segundo).
entry-is-no-note = el asiento { $index } no es una nota: { $error }
log-exported = El registro, con { $size } asientos, está en { $folder }.
mend-no-checkpoint = `countersign serve` firma el primer punto de control al arrancar.

## Keys, members, people

key-member = miembro
key-person = persona
key-id = ID de clave
key-vkey = clave pública
key-created = creada
key-token = token
neither-file-nor-key-id = { $text }: no hay archivo con ese nombre, ni es el ID de una clave: { $error }
recovery-neither-file-nor-key = --recovery: no hay archivo con ese nombre, ni es una clave: { $error }
key-not-of-log = una clave de { $member }, no del registro { $log }
mend-log-key-file = Indique el archivo de clave del registro con --checkpoint-key.
no-token-library = la clave está en un token, y no se indica ninguna biblioteca que hable con él
mend-no-token-library = Indíquela con --pkcs11-module, como /usr/lib/softhsm/libsofthsm2.so.
no-key-file = ningún archivo de clave firma
mend-no-key-file = Indique uno con --key FILE; `countersign key new` crea uno.
mend-key-new = `countersign key new` crea una clave.
not-a-proposal = { $identity } no es una propuesta
key-of-other-member = un archivo de clave es de { $member }, y la propuesta trata de { $proposed }
device-line = { $id }  clave { $key }  { $account }, { $member }, hasta { $end }
no-key-waits = ninguna clave espera con el ID { $id }
mend-devices = Las que esperan: `countersign device list`
no-invitation-waits = ninguna invitación espera con el ID { $id }
mend-invitation = Su ID consta en la página de personas del miembro

## Serving, mirroring, witnessing

ledger-served = { $ledger } está en http://{ $address }
log-key-made = se creó la clave del registro: { $path }
log-key-of-genesis-missing = falta la clave del registro que nombra el comienzo del libro
log-key-missing = falta la clave que firmó { $checkpoint }
mend-log-key-missing = Reponga el archivo de clave, o indíquelo con --checkpoint-key.
mirror-served = el espejo de { $log } está en http://{ $address }
mirror-caught-up = { $size ->
    [one] hay { $size } asiento, y es correcto
   *[other] hay { $size } asientos, y todos son correctos
}
log-departed = el registro se apartó de lo debido ({ $code }): { $what }
mend-log-departed = La prueba es { $evidence }, en mirror/evidence de la carpeta de datos. La comprueba `{ $check }`. No se toma nada más del registro hasta que se retire mirror/evidence/departed.json.
mend-stuck = Nada muestra de quién es la culpa, y no se tomó nada de ahí: inténtelo otra vez, o desde otro lugar.
mend-newer-mirror = Instale la versión más reciente y arranque otra vez el espejo.
mend-vkey = Indique la clave del registro con --vkey.
witness-answers = { $name } responde en http://{ $address }{ $prefix }/add-checkpoint
prefix-unlike = { $prefix }: un prefijo empieza con `/` y tiene letras, cifras, `-`, `.` y `_`
mend-witness-memory = Reponga el archivo desde una copia de la carpeta de este testigo. Si no la hay, empiece en una carpeta vacía con una clave nueva: un testigo que olvida no debe seguir con la anterior.
oidc-without-issuer = se indica un cliente de OpenID Connect, y ningún emisor
mend-oidc-without-issuer = Indíquelo con --oidc-issuer.
mend-oidc-issuer = Escríbalo en --oidc-issuer como lo hace el proveedor.
mend-oidc-home = Indíquela con --base-url, como https://ledger.example.
mend-oidc-client = Indíquelo con --oidc-client.
mend-oidc-name = Indíquelo con --oidc-name.
mail-without-from = hay que enviar correo, y no se dice desde qué dirección
mend-mail-without-from = Indíquela con --telling-from.

## Importing rows, signing texts apart

rows-told = { $rows } filas, { $good } se pueden tomar: { $total } unidades mínimas de { $currency } para { $programme }
rows-of-month = { $rows } filas
# Before a line about a row; at most six columns of a terminal with the space after it.
mark-bad = error
mark-look = nota
and-more-rows = { $count ->
    [one] y { $count } fila más
   *[other] y { $count } filas más
}
row-repeats = la línea { $line } repite la línea { $first }
rows-imported-before = { $count ->
    [one] { $count } de las filas ya se importó
   *[other] { $count } de las filas ya se importaron
} antes, de { $file }
rows-cannot-be-taken = { $count ->
    [one] { $count } fila no se puede
   *[other] { $count } filas no se pueden
} tomar: no se envió nada
mend-rows = Corríjalas en el archivo e impórtelo otra vez.
rows-would-be-refused = { $count ->
    [one] { $count } fila sería rechazada
   *[other] { $count } filas serían rechazadas
}: no se envió nada
rows-can-be-written = { $count ->
    [one] se puede escribir { $count } asiento
   *[other] se pueden escribir { $count } asientos
}; no se firmó ni se envió nada
rows-are-signed = { $count ->
    [one] Se firma { $count } asiento, que es:
   *[other] Se firman { $count } asientos; el primero es:
}
imported = { $recorded ->
    [one] { $recorded } asiento registrado
   *[other] { $recorded } asientos registrados
}, { $before ->
    [one] { $before } ya constaba
   *[other] { $before } ya constaban
}
refused-row = Es la fila con la referencia { $reference }. { $before ->
    [one] Ya consta { $before } fila anterior
   *[other] Ya constan { $before } filas anteriores
}: remedie la causa e importe otra vez, o borre { $path } para firmar de nuevo.
mapping-currency-differs = la moneda del archivo de correspondencias es { $mapping }, la del programa { $programme }
file-without-rows = el archivo no tiene filas
row-receiver = receptor `{ $receiver }`: { $error }
row-amount-out-of-bounds = el importe está fuera de límites
row-date-out-of-bounds = la fecha está fuera de límites
account-without-commitment = la cuenta `{ $account }` no tiene compromiso criptográfico: póngala en el archivo de --accounts
not-a-step = ese es un asiento de la clase «{ $kind }»: indique una transferencia o una devolución
mend-too-scattered = Envíelo por partes, o indique con --source orígenes mayores.
texts-wait = { $count ->
    [one] { $count } texto espera su firma
   *[other] { $count } textos esperan su firma
} en { $path }
texts-told = { $count ->
    [one] { $count } texto:
   *[other] { $count } textos:
}
texts-of-kind = { $count } de la clase «{ $kind }»
texts-digest = Resumen de todos los textos: { $digest }
texts-of-kind-in-all = { $count } de la clase «{ $kind }», { $sum } unidades mínimas de { $currency } en total
texts-first = El primero es:
texts-signed = { $count ->
    [one] { $count } firmado
   *[other] { $count } firmados
}; { $ready ->
    [one] { $ready } tiene todas sus firmas y se puede enviar
   *[other] { $ready } tienen todas sus firmas y se pueden enviar
}
no-text-waits = no espera en él ningún texto
sum-too-large = los importes suman más de lo que se puede contar
neither-text-nor-json = ni un texto ni JSON: { $error }
neither-text-nor-note = no tiene ni `text` ni `note`, o tiene ambos
no-entry-text = no es el texto de un asiento: { $error }
not-a-signature-line = `{ $line }` no es una línea de firma
note-has-all-signatures = esta nota ya tiene todas sus firmas
text-has-all-signatures = este texto ya tiene todas sus firmas
more-keys-than-signatures = el texto con la referencia { $reference } pide { $count ->
    [one] { $count } firma
   *[other] { $count } firmas
}, y hay más claves
signed-with-this-key = { $name } ya firmó con esta clave el texto con la referencia { $reference }
file-exists = ya hay un archivo con ese nombre, y nunca se sobrescribe
mend-file-exists = Indique otro con --output.

## How to mend what an error says

mend-store-held = Deténgalo, o envíe los asientos a su dirección con --server URL.
mend-store-missing = Indique la carpeta de datos con --data; `countersign init` funda un libro, `countersign demo` llena uno de demostración.
mend-store-read-only = Revise el dueño y los permisos de la carpeta, y cómo está montado su disco.
mend-store-disk-full = Libere espacio y ejecute de nuevo la misma orden.
mend-token-module = Indique con --pkcs11-module la biblioteca que vino con el token.
mend-token-none = Conecte el token e inténtelo de nuevo.
mend-token-many = Agregue a su dirección ;serial= y el número de serie del token.
mend-token-no-key = `countersign key new --token` crea una clave en el token.
mend-token-exists = Si la clave ya está en un token, `countersign key adopt` escribe su archivo de clave.
mend-wrong = identidad { $identity }, clase { $kind }. Los { $entries } asientos anteriores están bien.
mend-wrong-unread = clase desconocida. Los { $entries } asientos anteriores están bien.
mend-newer-rules = Instale la versión más reciente y verifique otra vez.
with-code = { $what } ({ $code })
