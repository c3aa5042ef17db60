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

## What is wanted of a flag

wanted-month = se espera un mes, como 2019-10
wanted-one-of = se espera uno de { $words }
wanted-index-or = se espera el lugar de un asiento, o { $error }

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

refused = rechazado: { $title } ({ $code })
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
# What the commands say, by topic. Errors and help have files of their own.

## How to mend what an error says

mend-store-held = Deténgalo, o envíe los asientos a su dirección con --server URL.
mend-store-missing = Indique la carpeta de datos con --data; «countersign init» funda un libro, «countersign demo» llena uno de demostración.
mend-store-read-only = Revise el dueño y los permisos de la carpeta, y cómo está montado su disco.
mend-store-disk-full = Libere espacio y ejecute de nuevo la misma orden.
mend-token-module = Indique con --pkcs11-module la biblioteca que vino con el token.
mend-token-none = Conecte el token e inténtelo de nuevo.
mend-token-many = Agregue a su dirección ;serial= y el número de serie del token.
mend-token-no-key = «countersign key new --token» crea una clave en el token.
mend-token-exists = Si la clave ya está en un token, «countersign key adopt» escribe su archivo de clave.
mend-wrong = identidad { $identity }, clase { $kind }. Los { $entries } asientos anteriores están bien.
mend-wrong-unread = clase desconocida. Los { $entries } asientos anteriores están bien.
mend-newer-rules = Instale la versión más nueva y compruebe de nuevo.
with-code = { $what } ({ $code })
