### Los mensajes de Countersign en español. Manda en.ftl: los mismos mensajes y marcadores.

## The frame of every page

site-name = Countersign
page-title = { $page } – Countersign
skip-link = Ir al contenido
nav-label = Principal
nav-home = Resumen
nav-findings = Hallazgos
languages-label = Idioma
trail-label = Está aquí
notice-label = Sobre este libro
notice-simulated = Las confirmaciones de este libro son simuladas.
notice-simulated-more = Lo que los receptores confirmaron, gastaron o pasaron adelante se generó con una semilla fija. No es su palabra.
notice-kept-by-one = Este libro lo lleva una sola parte: nadie de otra casa ha refrendado su último punto de control.
notice-read-only = Este libro no admite asientos nuevos por ahora. Se puede leer.
footer-ledger = Libro
footer-time = Hora del libro
footer-no-time = aún sin fijar
footer-entries = Asientos
footer-rule = Cada cifra viene solo de asientos firmados. Junto a ella consta quién la afirma.
footer-data = Esta página como datos (JSON)

## Figures, days, lists

money = { $amount }{"\u00A0"}{ $currency }
amount-in-words = ({ $figure })
amount-in-words-about = (unos { $figure })
moment = { $day }, { $time } UTC
list-comma = ,{" "}

## Home

home-title = Dónde está el dinero
home-kicker = Dinero público, firmado en ambos extremos
home-empty = Todavía no hay ningún asiento.
home-sentence = { $total } entraron en { $programmes ->
    [one] un programa
   *[other] { $programmes } programas
}. { $spent } llegaron a su destino, { $held } están en manos de quienes pueden gastarlos, { $transit } siguen sin confirmar y { $missing } faltan.
home-sentence-none-missing = { $total } entraron en { $programmes ->
    [one] un programa
   *[other] { $programmes } programas
}. { $spent } llegaron a su destino, { $held } están en manos de quienes pueden gastarlos y { $transit } siguen sin confirmar. No falta nada.
home-facts = Este libro
home-moved = Último movimiento
home-never-moved = nunca
home-entries = Asientos
home-members = Miembros
home-findings-open = Hallazgos abiertos

## The line: the identity of a programme

line-title = Cada unidad, justificada
line-caption = Qué entró y dónde está ahora, en { $currency }
line-caption-of = { $programme }: qué entró y dónde está ahora, en { $currency }
line-what = Concepto
line-amount = Importe
line-share = Parte
line-appropriated = Asignado
line-income = Ingresos: intereses y aportes
line-came-in = Entró
line-accounted-for = Justificado
line-balances = Los dos lados son iguales, hasta la última unidad.
line-differs = Los dos lados difieren en { $difference }. No debe ocurrir: por favor, avísenos.
line-contested = Aparte de esta cuenta, hay receptores que dicen haber recibido { $amount } más de lo enviado. Está en disputa y no entra en ninguna suma de arriba.
bar-title = Dónde están ahora { $total }
bar-part = { $what }: { $amount }

term-spent = Gastado
term-short-spent = Gastado
term-hint-spent = en bienes, servicios y comisiones
term-acknowledged = Recibido por beneficiarios
term-short-acknowledged = Recibido
term-hint-acknowledged = en nóminas, con acuse de recibo
term-paid-open = Pagado a beneficiarios
term-short-paid-open = Pagado
term-hint-paid-open = en nóminas, aún sin acuse de recibo
term-disputed = Disputado por beneficiarios
term-short-disputed = Disputado
term-hint-disputed = en nóminas, pero no recibido como figura
term-left = Salió del programa
term-short-left = Salió
term-hint-left = reintegrado o traspasado a otro año
term-held = En poder
term-short-held = En poder
term-hint-held = recibido, aún sin gastar ni pasar adelante
term-transit = En camino
term-short-transit = En camino
term-hint-transit = enviado, la respuesta aún no ha vencido
term-unconfirmed = Sin confirmar
term-short-unconfirmed = Sin confirmar
term-hint-unconfirmed = enviado, la respuesta está vencida
term-missing = Faltante
term-short-missing = Faltante
term-hint-missing = enviado, y el receptor dice que no llegó
term-written-off = Dado de baja
term-short-written-off = De baja
term-hint-written-off = con la firma de un auditor

## Programmes

programmes-title = Programas
programme-kicker = Programa
programme-closed = Cerrado
programme-total = Entraron { $total }
programme-findings = { $count ->
    [one] un hallazgo abierto
   *[other] { $count } hallazgos abiertos
}
programme-owner = Abierto por
programme-period = Período
programme-basis = Las cifras son
programme-opened = Asiento de apertura
programme-id = Identificador
basis-cash = dinero que se movió
basis-limit = cupos de gasto, no dinero

tally-title = Por nivel, lugar y mes
tally-apart = Cada columna es una suma aparte, según la palabra de quien la afirma. Las columnas nunca se suman entre sí.
tally-data = Los totales como datos (JSON)
tally-by-tier = Por nivel, en { $currency }
tally-by-region = Por lugar, en { $currency }
tally-by-month = Por mes, en { $currency }
tally-tier = Nivel
tally-region = Lugar
tally-month = Mes
tally-no-region = Sin lugar
tally-allocated = Asignado
tally-sent = Se les envió
tally-received = Recibido
tally-transit = Sin confirmar
tally-missing = Faltante
tally-steps = Envíos

members-title = Miembros
members-caption = { $count ->
    [one] Un miembro, importes en { $currency }
   *[other] { $count } miembros, importes en { $currency }
}
members-member = Miembro
members-tier = Nivel
members-region = Lugar
members-sent = Se le envió
members-received = Recibido
members-held = En su poder
members-findings = Hallazgos abiertos

## Members

member-kicker = Miembro
member-frozen = Congelado
member-tier = Nivel
member-region = Lugar
member-parent = Depende de
member-house = Controlado por
member-since = Miembro desde
member-name = Nombre en el libro
member-money = Su dinero
member-no-money = A este miembro no le ha llegado dinero ni ha salido de él.
member-appropriated = Asignado a él
member-income = Ingresos propios
member-sent-to = Se le envió, según los pagadores
member-received = Recibido, según él mismo
member-to-confirm = Por confirmar
member-missing = Faltante en el camino
member-contested = En disputa: recibido de más
member-sent-on = Enviado a otros
member-spent = Gastado
member-left = Reintegrado o traspasado
member-held = En su poder ahora

steps-title = Envíos de entrada y salida
steps-caption = { $count ->
    [one] Un envío
   *[other] { $count } envíos, primero los últimos
}
steps-day = Día
steps-between = Con quién
steps-from = de { $party }
steps-to = a { $party }
steps-sent = Enviado
steps-received = Recibido
steps-state = Estado

flows-title = De quién y a quién
flows-payers = Quién le envió
flows-payees = A quién envió
flows-party = Miembro
flows-programme = Programa
flows-sent = Enviado
flows-received = Recibido
flows-steps = Envíos
flows-more = Los primeros { $shown } de { $total }.

children-title = Miembros que dependen de él
children-more = Los primeros { $shown } de { $total }. La página del programa los lista todos.

keys-title = Quién puede firmar
keys-caption = Claves de este miembro
keys-about = Cada clave es de una persona, nombrada aquí con un número opaco. Una clave vale por su lugar en el libro: lo que firmó antes de su fin sigue firmado.
keys-person = Persona
keys-key = Clave
keys-roles = Puede
keys-valid = Vigencia
keys-since = desde el asiento { $since }
keys-until = del asiento { $since } al { $until }
key-compromised = Denunciada como comprometida
role-maker = emitir
role-checker = revisar
role-confirmer = confirmar recepciones
role-admin = administrar claves
role-auditor = auditar
role-operator = llevar el reloj
role-recovery = recuperar claves

## How a step stands

state-in-transit = En camino
state-unconfirmed = Sin confirmar
state-partly = Recibido en parte
state-received = Recibido
state-short = Recibido de menos
state-denied = No recibido
state-over = Recibido de más
state-taken-back = Retirado
state-settled = Saldado

## Entries

entry-named = { $kind } { $reference }
entry-kicker = Asiento { $index }
entry-sentence-received = { $from } envió { $sent } a { $to } el { $occurred }. { $days ->
    [0] El mismo día
    [one] Un día después
   *[other] { $days } días después
}, el receptor confirmó { $received }.
entry-sentence-received-undated = { $from } envió { $sent } a { $to } el { $occurred }. El receptor confirmó { $received }.
entry-sentence-sent = { $from } envió { $sent } a { $to } el { $occurred }. El receptor no ha confirmado nada.
entry-author = Firmado por
entry-programme = Programa
entry-purpose = Destino
entry-time = Firmado el
entry-ledger-time = Hora del libro
entry-index = Lugar en el libro
entry-findings = Hallazgos sobre esto
step-title = Qué dicen ambas partes
step-sum = Qué fue de este dinero
step-sent = Enviado
step-received = Recibido
step-taken-back = Retirado
step-charged = Comisiones en el camino
step-recovered = Recuperado
step-written-off = Dado de baja
step-open = Aún sin justificar
step-contested = El receptor dice que llegaron { $amount } más de lo enviado. Está en disputa y no entra en la suma de arriba.
event-sent = { $party } envió { $amount }.
event-received-part = { $party } confirmó { $amount }. Puede llegar más.
event-received-final = { $party } confirmó { $amount } en total.
event-denied = { $party } dice que no llegó nada.
event-corrected = { $party } retiró { $amount } de su confirmación.
event-bounced = El banco devolvió { $amount } a { $party }.
event-reversed = { $party } retiró { $amount }.
event-charged = { $party } informa una comisión de { $amount }.
event-recovered = { $party } recuperó { $amount }.
event-written-off = { $party } dio de baja { $amount }.
event-covered = { $party } cubrió { $amount } de lo disputado.
event-open = { $amount } esperan la palabra del receptor.
event-open-due = { $amount } esperan la palabra del receptor, hasta el { $due }.
event-signed = firmado el { $time }
event-signer = persona { $person }, clave { $key }
event-this = este asiento
event-entry = ver el asiento
signatures-title = Firmas
signature-line = Persona { $person } por { $member }, con la clave { $key }
fields-title = Qué dice
field-entry-amount = { $entry }: { $amount }
chain-title = De dónde vino y qué pagó
chain-here = este asiento
chain-between = { $amount } de { $from } a { $to }
chain-to = { $amount } a { $to }
chain-by = { $amount } de { $from }
chain-left-out = { $count ->
    [one] Hay un asiento más que no se muestra.
   *[other] Hay { $count } asientos más que no se muestran.
}
related-title = Asientos sobre este
note-title = La nota tal como se firmó
note-about = Estos son los bytes exactos que cubren las firmas, con las firmas debajo.
note-label = El texto de la nota
note-identity = Identidad (SHA3-256 del texto):

## Kinds of entries

kind-genesis = Comienzo del libro
kind-member-propose = Propuesta de un miembro
kind-member-vote = Voto sobre un miembro
kind-member-activate = Admisión de un miembro
kind-member-amend = Cambio de un miembro
kind-key-enrol = Alta de una clave
kind-key-rotate = Cambio de una clave
kind-key-revoke = Revocación de una clave
kind-key-compromised = Denuncia de una clave comprometida
kind-programme-open = Apertura de un programa
kind-programme-amend = Cambio de un programa
kind-programme-close = Cierre de un programa
kind-rules-activate = Cambio de las reglas
kind-tick = Marca del reloj del libro
kind-appropriation = Asignación
kind-income = Ingreso
kind-transfer = Transferencia
kind-receipt = Confirmación
kind-receipt-correct = Corrección de una confirmación
kind-return = Devolución
kind-bounce = Devolución del banco
kind-reversal = Reversión
kind-charge = Comisión
kind-expense = Gasto
kind-expense-refund = Reembolso de un gasto
kind-surrender = Reintegro
kind-carry-over = Traspaso de año
kind-disbursement = Pago a beneficiarios
kind-acknowledgement = Acuses de recibo
kind-uncollected = Dinero no retirado
kind-statement = Extracto bancario
kind-flag = Pregunta
kind-reply = Respuesta
kind-resolve = Resolución
kind-recovery = Recuperación
kind-write-off = Baja
kind-freeze = Congelamiento
kind-unfreeze = Descongelamiento
kind-attest = Dictamen
kind-field-check = Verificación en el lugar
kind-endorse = Refrendo

## Fields of entries

field-programme = Programa
field-member = Miembro
field-from = De
field-to = A
field-account = Cuenta
field-ref = Referencia
field-amount = Importe
field-currency = Moneda
field-source = Tomado de
field-occurred = Día del hecho
field-due = Respuesta hasta
field-purpose = Destino
field-time = Firmado el
field-title = Título
field-tier = Nivel
field-parent = Depende de
field-region = Lugar
field-house = Casa
field-key = Clave
field-person = Persona
field-role = Puede
field-transfer = Transferencia
field-receipt = Confirmación
field-step = Envío
field-final = Última palabra
field-reason = Motivo
field-year = Año
field-period = Período
field-basis = Base
field-exponent = Cifras decimales
field-subject = Sobre
field-vote = Voto
field-since = Desde el asiento
field-kind = Clase
field-late = Tardío
field-attach = Adjunto
field-signers = Firmas
field-ledger = Libro

## Findings: neutral words, this case's numbers

findings-title = Hallazgos
findings-about = Un hallazgo es un lugar donde dos palabras sobre el mismo dinero no coinciden, o falta una. No dice por qué.
findings-none = No hay hallazgos abiertos.
findings-none-here = Ningún hallazgo coincide.
findings-all-open = { $count ->
    [one] Ver el hallazgo abierto
   *[other] Ver los { $count } hallazgos abiertos
}
findings-found = { $count ->
    [0] Ningún hallazgo.
    [one] Un hallazgo.
   *[other] { $count } hallazgos.
}
findings-at-risk = Dinero en riesgo: { $amount }.
finding-receipt-overdue = Confirmación vencida
finding-receipt-short = Recibido de menos
finding-receipt-over = Recibido de más
finding-receipt-denied = No recibido
finding-receipt-contested = Confirmación en disputa
finding-idle-balance = Saldo inmóvil
finding-late-hop = Envío lento
finding-possible-duplicate = Posible duplicado
finding-about = {" "}({ $party })
finding-between = { $payer } a { $payee }
finding-says-receipt-overdue = Enviado { $sent }, recibido { $received } hasta ahora, sin confirmar { $amount }.
finding-says-receipt-short = Enviado { $sent }, recibido { $received }, diferencia { $amount }.
finding-says-receipt-over = Enviado { $sent }, recibido { $received } según el receptor, { $amount } de más.
finding-says-receipt-denied = Enviado { $sent }. El receptor dice que no llegó nada. Diferencia { $amount }.
finding-says-receipt-contested = Enviado { $sent } y luego retirado. El receptor dice que recibió { $received }. En disputa { $amount }.
finding-says-idle-balance = { $amount } sin mover durante { $days ->
    [one] un día
   *[other] { $days } días
}. El programa permite { $allowed ->
    [one] un día
   *[other] { $allowed } días
}.
finding-says-late-hop = { $sent } tardaron { $days ->
    [one] un día
   *[other] { $days } días
} en llegar. El programa permite { $allowed ->
    [one] un día
   *[other] { $allowed } días
}.
finding-says-possible-duplicate = { $amount } dos veces { $days ->
    [0] el mismo día
    [one] en un día
   *[other] en { $days } días
}: mismas partes, misma cuenta y mismo programa.
finding-due = Respuesta hasta el { $due }.
finding-due-since = La respuesta venció el { $due }, hace { $days ->
    [one] un día
   *[other] { $days } días
}.
finding-closed = Cerrado
finding-opened = desde el { $opened }, al { $asof }
finding-opened-closed = del { $opened } al { $closed }
severity-note = Nota
severity-warning = Advertencia
severity-serious = Grave
filter-code = Qué
filter-any-code = Cualquier hallazgo
filter-programme = Programa
filter-any-programme = Cualquier programa
filter-member = Miembro, por su nombre en el libro
filter-state = Estado
filter-open = Abiertos
filter-closed = Cerrados
filter-all = Abiertos y cerrados
filter-submit = Mostrar
filter-clear = Limpiar

## Pages of a list

paging-label = Páginas
paging-previous = Anterior
paging-next = Siguiente
paging-here = Página { $page } de { $pages }

## When a page can't be shown

not-found-title = Página no encontrada
not-found-lead = No hay nada en esta dirección.
not-found-check = Revise la dirección. Los asientos nunca desaparecen de un libro: un enlace a uno sigue funcionando.
problem-title = No se pudo hacer
problem-lead = La solicitud no se puede responder tal como está.
problem-unchanged = El libro no ha cambiado.
problem-code = Código:
problem-home = Ir al resumen
problem-findings = Ver los hallazgos
busy-title = El libro está ocupado
busy-lead = Esperan más asientos de los que se pueden tomar en este momento.
busy-retry = { $seconds ->
    [one] Vuelva a intentarlo en un segundo.
   *[other] Vuelva a intentarlo en { $seconds } segundos.
}
failure-title = Algo salió mal
failure-lead = No pudimos hacer esta página. La culpa es nuestra, no suya.
failure-safe = Lo firmado está a salvo: las páginas se hacen a partir del libro y nunca lo cambian.
failure-request = Número de esta solicitud:

## Tiers

tier-ministry = Ministerio
tier-national = Gobierno nacional
tier-province = Provincia
tier-department = Departamento
tier-county = Condado
tier-municipality = Municipio
tier-township = Distrito
tier-village = Aldea
tier-bank = Banco
tier-auditor = Auditor
tier-operator = Operador

## Refusals: `refusal-` and the ledger's code for it, in words for whoever was refused

