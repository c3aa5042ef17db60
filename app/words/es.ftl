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
notice-simulated-more = Se generaron con una semilla fija y no son la palabra de nadie.
notice-kept-by-one = Lo lleva una sola parte: nadie de otra institución ha refrendado el último punto de control.
notice-checked = Comprobado por { $count } de { $of }: { $names }, { $time }.
notice-checked-by-too-few = Su política pide más.
notice-mirror = Esta es la copia de un espejo: la lleva otra institución, que ha comprobado cada asiento por sí misma.
notice-mirror-more = Qué ha comprobado y qué omitió el registro
notice-departed = Tras { $count } asientos el registro se apartó de lo debido ({ $code }). Esta copia acaba ahí.
notice-evidence = La prueba
notice-read-only = Este libro no admite asientos nuevos por ahora. Se puede leer.
footer-ledger = Libro
footer-time = Hora del libro
footer-no-time = aún sin fijar
footer-entries = Asientos
footer-rule = Cada cifra viene solo de asientos firmados. Junto a ella consta quién la afirma.
footer-data = Esta página como datos (JSON)

## Figures, days, lists

money = { $amount } { $currency }
amount-in-words = ({ $figure })
amount-in-words-about = (unos { $figure })
moment = { $day }, { $time } UTC
list-comma = ,{" "}
list-semicolon = ;{" "}
sentence-space = {" "}

## Home

home-title = Dónde está el dinero
home-kicker = Dinero público, firmado en ambos extremos
home-empty = Todavía no hay ningún asiento.
home-sentence = { $total } entraron en { $programmes ->
    [one] un programa
   *[other] { $programmes } programas
}. { $spent } se gastaron, { $held } están en manos de quienes pueden gastarlos, { $transit } siguen sin confirmar y faltan { $missing }.
home-sentence-none-missing = { $total } entraron en { $programmes ->
    [one] un programa
   *[other] { $programmes } programas
}. { $spent } se gastaron, { $held } están en manos de quienes pueden gastarlos y { $transit } siguen sin confirmar. No falta nada.
home-sentence-rest = {" "}Los { $rest } restantes salieron de los programas o se dieron de baja.
home-facts = Este libro
home-moved = Último movimiento
home-never-moved = nunca
home-entries = Asientos
home-members = Miembros
home-findings-open = Hallazgos abiertos

## The line: the identity of a programme

line-title = Cada unidad, justificada
line-caption = Qué entró y dónde está ahora, en { $currency }
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
tally-standing = Está allí

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

## Search

search-title = Buscar
search-label = Busque un lugar, una oficina o un programa
search-hint = Un nombre o su comienzo, con o sin acentos; o la referencia o identidad de un asiento.
search-submit = Buscar
search-found = { $count ->
    [0] No se encontró nada.
    [one] Un resultado.
   *[other] { $count } resultados.
}
search-more = Puede haber más: agregue una palabra.
search-other = Pruebe con una sola palabra del nombre, con su comienzo o con otra grafía.
search-lists = O recorra una lista:
search-members = Lugares y oficinas
search-programmes = Programas encontrados
search-entries = Asientos

## Pictures

picture-left-out = { $count ->
    [one] Un importe es demasiado pequeño para dibujarlo: está en la tabla.
   *[other] { $count } importes son demasiado pequeños para dibujarlos: están en la tabla.
}
flow-title = De arriba abajo
flow-picture = Adónde fueron { $total }, nivel por nivel
flow-stream = { $level }, { $what }
flow-caption = Por nivel: qué entró allí y dónde está ahora, en { $currency }
flow-picture-places = Adónde fueron { $total }, lugar por lugar
flow-caption-places = Por lugar: qué llegó, dónde está y qué sigue en camino, en { $currency }
flow-arrived = Llegó
flow-choices = El recorrido
flow-by-level = Por nivel
flow-by-place = Por lugar
flow-left-out = Demasiado pequeños para dibujarlos: { $amounts }.
flow-together = { $others }: { $places }.
months-picture = Qué se envió cada mes y qué fue de ello
months-about = Una columna por mes. La tabla de abajo tiene las mismas cifras.
months-scale = De línea a línea hay { $amount }.
places-picture = Dónde está el dinero, lugar por lugar
places-key = Confirmado o gastado
places-about = Los mayores: { $largest }.
places-others = Otros { $count }
places-shortened = En los nombres se omite «{ $words }».
compare-title = Lado a lado
compare-link = Comparar lugares lado a lado
compare-choices = Qué se compara
compare-places = Lugares
compare-share = Parte recibida
compare-caption = { $of }: { $count ->
    [one] una fila, importes en { $currency }
   *[other] { $count } filas, importes en { $currency }
}
compare-as-of = Hasta el asiento { $count }: con tantos miembros, las filas se leen de nuevo cada minuto.
compare-not-drawn = Con tantos miembros no se dibujan las partes.
compare-left-out = { $count ->
    [one] Un miembro más no se ha mirado: hay más de los que caben en una comparación.
   *[other] { $count } miembros más no se han mirado: hay más de los que caben en una comparación.
}
days-about = Una columna por tramo de días, tan alta como los envíos que tardaron eso. La tabla de abajo tiene las mismas cifras.
paid-picture = Qué pagó el dinero de este asiento
paid-about = Encima de este asiento, de dónde salió su dinero; debajo, a escala, qué pagó. La lista de abajo tiene las mismas cifras.

## Members

member-kicker = Miembro
member-frozen = Congelado
member-tier = Nivel
member-function = Qué hace
member-months-apart = Por mes, estos importes están en un archivo:
member-months-earlier = { $count ->
    [one] Un mes anterior está en el archivo.
   *[other] { $count } meses anteriores están en el archivo.
}
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
flows-caption = { $what }, en { $currency }
flows-party = Miembro
flows-programme = Programa
flows-sent = Enviado
flows-received = Recibido
flows-steps = Envíos
flows-transit = Sin confirmar
flows-missing = Faltante
flows-contested = En disputa
flows-back = Retirado
flows-data = Todos como datos (JSON)
flows-more = Los primeros { $shown } de { $total }.

hops-title = Días por paso
hops-about = Desde el día en que el pagador dice que envió hasta el día de la última recepción. No se cuentan los envíos de los que aún no se recibió nada.
hops-caption = { $programme }: { $days ->
    [one] se permite un día
   *[other] se permiten { $days } días
}
hops-what = Días
hops-own = Este miembro
hops-peers = Todos los de su nivel
hops-by-tier = Por nivel de quien recibe
hops-slowest = Cada nivel lleva a sus miembros por días, el más lento primero.
hops-average = Días en promedio
hops-steps = Envíos confirmados
hops-range = de { $from } a { $to } días
hops-beyond = más de { $days } días

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
role-administer = administrar claves
role-audit = auditar
role-clock = llevar el reloj
role-confirm = confirmar recepciones
role-pay = pagar
keys-no-role = ningún permiso

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
   *[other] { $days } días después
}, el receptor confirmó { $received }.
entry-sentence-received-undated = { $from } envió { $sent } a { $to } el { $occurred }. El receptor confirmó { $received }.
entry-sentence-sent = { $from } envió { $sent } a { $to } el { $occurred }. El receptor no ha confirmado nada.
entry-author = Firmado por
entry-programme = Programa
entry-purpose = Finalidad
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
step-missing = Faltante
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
event-missing = Faltan { $amount }: se enviaron, y la última palabra del receptor es que no llegaron.
event-signed = firmado el { $time }
event-signer = persona { $person }, clave { $key }
event-this = este asiento
event-entry = ver el asiento
signatures-title = Firmas
fields-title = Qué dice
drawn-amount = { $entry }: { $amount }
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
note-proof = Nota y prueba en un solo archivo (.tlog-proof)

## Kinds of entries

kind-genesis = Comienzo del libro
kind-member-propose = Propuesta de un miembro
kind-member-vote = Voto sobre un miembro
kind-member-activate = Admisión de un miembro
kind-member-amend = Cambio de un miembro
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
kind-recovery = Recuperación
kind-write-off = Baja
kind-freeze = Congelamiento
kind-unfreeze = Descongelamiento
kind-endorse = Refrendo

## Fields of entries

field-ledger = Libro
field-origin = Nombre del libro
field-programme = Programa
field-into-programme = Al programa
field-by = Por
field-from = De
field-to = A
field-member = Miembro
field-title = Título
field-function = Qué hace
field-tier = Nivel
field-parent = Depende de
field-region = Lugar
field-house = Institución
field-voting = Vota
field-account = Cuenta
field-drop-account = Cuenta retirada
field-key = Clave
field-key-id = Clave
field-replaces = Reemplaza a la clave
field-recovery = Clave de recuperación
field-log = Clave del registro
field-continues = Continúa el registro
field-person = Persona
field-proposal = Propuesta
field-vote = Voto
field-version = Versión de las reglas
field-entry = Asiento
field-step = Envío
field-source = Tomado de
field-into = En
field-root = Asignación
field-covers = Cubre
field-paid-through = Pagado por medio de
field-direction = Sentido
field-amount = Importe
field-withdraw = Retirado
field-currency = Moneda
field-exponent = Cifras decimales
field-occurred = Día del hecho
field-starts = Empieza
field-ends = Termina
field-due = Respuesta hasta
field-final = Última palabra
field-late = Tardío
field-purpose = Finalidad
field-reason = Motivo
field-attach = Adjunto
field-since = Desde el asiento
field-offset = Hora local
field-basis = Base
field-payees = A quién se puede pagar
field-budget = Presupuesto
field-hop-days = Días que puede tardar un envío
field-idle-days = Días que el dinero puede quedar quieto
field-grace-days = Días de gracia
field-tolerance = Tolerancia para comisiones, partes por millón
field-threshold = Firman más personas desde
field-disclosure = Divulgación
field-closed-through = Libros cerrados hasta
field-ref = Referencia
field-time = Firmado el
field-signers = Firmas

## Words that fields of entries may hold

value-yes = Sí
value-no = No
value-any = a cualquier miembro
value-tree = solo a los que dependen directamente de él
value-supplement = aumento
value-cut = recorte
entry-key = Persona { $person }, puede { $roles }
value-threshold = { $amount }: { $count ->
    [one] una persona
   *[other] { $count } personas
}

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
problem-field = En la dirección, { $field } debe ser { $wanted }.
wanted-page = un número entero desde 1
wanted-programme = el nombre de un programa
wanted-member = el nombre de un miembro
wanted-tier = un nivel, de 0 a 255
wanted-code = el código de un hallazgo
wanted-state = open, closed o all
wanted-severity = note, warning o serious
wanted-compared = regions o un nivel
wanted-column = el nombre de una columna
wanted-order = turned, o quedar fuera
wanted-flow = level o region
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
too-many-title = Demasiados intentos
too-many-lead = En poco tiempo llegaron demasiados intentos desde su red. Ninguna cuenta queda bloqueada por ello; espere un poco y continúe.
failure-title = Algo salió mal
failure-lead = No pudimos hacer esta página. La culpa es nuestra, no suya.
failure-safe = Lo firmado está a salvo: las páginas se hacen a partir del libro y nunca lo cambian.
failure-request = Número de esta solicitud:

## Levels and functions of members

tier-nation = Nación
tier-numbered = Nivel{"\u00A0"}{ $number }
function-auditor = Auditoría
function-bank = Banco
function-finance = Autoridad financiera
function-office = Oficina
function-operator = Operador del libro

## Refusals: `refusal-` and the ledger's code for it, in words for whoever was refused

refusal-malformed = El texto no es un asiento como lo quiere el formato.
refusal-kind-unknown = Este libro no conoce esta clase de asiento.
refusal-version-unknown = Este libro no conoce esta versión del formato.
refusal-note-too-long = La nota es demasiado larga.
refusal-signature-lines = Las líneas de firma no son las que dice el asiento, o no están en su orden.
refusal-signature-invalid = Una firma no corresponde al texto.
refusal-already-admitted = Este asiento ya fue admitido. No hace falta hacer nada.
refusal-genesis-missing = El libro aún no ha sido fundado.
refusal-genesis-exists = El libro ya fue fundado.
refusal-ledger-differs = El asiento es de otro libro.
refusal-ref-reused = La referencia ya se usó con otro texto.
refusal-member-unknown = El asiento nombra a alguien que no es miembro.
refusal-key-unknown = Una clave que firmó no está inscrita para ese miembro.
refusal-key-revoked = Una clave que firmó ha sido revocada.
refusal-signer-foreign = Firmó un miembro que no tiene parte en este asiento.
refusal-role-missing = Firmó una clave que no puede firmar esto.
refusal-self-approval = Una clave nueva necesita la firma de otra persona o de la clave de recuperación.
refusal-possession-unproven = La clave nueva también debe firmar.
refusal-function-differs = Este miembro no puede hacer esto.
refusal-auditor-is-party = Un auditor no puede dar por perdido un paso del que es parte.
refusal-time-ahead = La hora de la firma va demasiado por delante del reloj del libro.
refusal-clock-back = El reloj del libro no retrocede.
refusal-programme-unknown = No hay un programa con ese nombre.
refusal-programme-exists = Ya existe un programa con ese nombre.
refusal-programme-foreign = Solo el dueño del programa puede hacer esto.
refusal-currency-differs = La moneda no es la del programa.
refusal-programme-closed = El programa está cerrado a esta clase de asiento.
refusal-year-not-ended = El dinero solo se traspasa cuando ha terminado el año del programa.
refusal-member-frozen = El miembro está congelado: no puede pagar.
refusal-occurred-ahead = El día del hecho es posterior al de la firma.
refusal-due-before-occurred = La respuesta vence antes de que se moviera el dinero.
refusal-period-closed = Los libros de ese día están cerrados: marque el asiento como tardío y que firmen dos personas.
refusal-signers-too-few = Firmaron muy pocas personas.
refusal-cited-unknown = El asiento cita otro que no está aquí.
refusal-node-unknown = El dinero se toma de algo que no está aquí.
refusal-time-before-cited = El asiento se firmó antes que uno que cita.
refusal-cited-differs = Las partes o el programa no son los del asiento citado.
refusal-node-foreign = El dinero lo tiene otro miembro.
refusal-leg-foreign = Una devolución vuelve al miembro que había enviado el dinero.
refusal-sources-differ = Las partidas no suman el importe.
refusal-account-unknown = La cuenta no es una de las del receptor.
refusal-payee-outside-tree = En este programa un miembro solo paga a los que dependen directamente de él.
refusal-payee-is-payer = Un miembro no puede enviarse a sí mismo.
refusal-paid-through-cash = Una tesorería paga por cuenta de un miembro solo donde se mueven cupos y no dinero.
refusal-root-and-direction = Un aumento o un recorte nombra su asignación y su sentido; una asignación nueva, ninguno.
refusal-nothing-said = El asiento no dice nada: una confirmación de cero debe ser la última palabra, una corrección debe corregir algo.
refusal-beyond-contested = El importe supera lo que está en disputa.
refusal-beyond-node = El importe supera lo que queda en su origen.
refusal-beyond-open = El importe supera lo que sigue abierto en el envío.
refusal-beyond-received = El importe supera lo que queda de lo recibido.
refusal-beyond-missing = El importe supera lo que falta.
refusal-beyond-spent = El importe supera lo gastado.
refusal-beyond-appropriated = El importe supera lo asignado.
refusal-beyond-tolerance = La comisión supera lo que permite el programa.
refusal-already-received = Parte del envío se recibió: solo se puede retirar lo que sigue abierto.
refusal-payee-not-heard = Primero hay que oír al receptor: su firma, su palabra de que no llegó nada, o el fin de su plazo.
refusal-already-carried = Este dinero ya se traspasó.
refusal-limit-exceeded = El movimiento del programa sería demasiado grande.
refusal-member-exists = Ya existe un miembro con ese nombre.
refusal-parent-not-above = El superior debe estar en un nivel por encima del miembro.
refusal-proposal-differs = El asiento no dice lo que se propuso.
refusal-proposal-settled = La propuesta ya se llevó a cabo.
refusal-votes-missing = Muy pocas instituciones están a favor.
refusal-vote-void = La institución ya votó, o no tiene voto.
refusal-houses-too-many = No pueden votar más instituciones.
refusal-key-id-taken = Ya hay una clave con el mismo número corto bajo ese nombre.
refusal-key-is-logs = La clave del registro no puede ser de un miembro.
refusal-role-unfilled = Nadie tendría un papel que hace falta.
refusal-account-list = Una cuenta por agregar ya está, una por retirar no está, o hay demasiadas.
refusal-no-change = El asiento no cambia nada.
refusal-rules-unknown = Este programa informático no conoce esa versión de las reglas.
refusal-terms-contradict = Las fechas o los umbrales del programa se contradicen.

## Taking it away

terms-these = En el glosario:
take-these = Descargar:
take-ledger = Descargar el libro entero: cada asiento tal como se firmó (JSON Lines, para «countersign verify»)
take-steps = Todos los envíos del programa (CSV)
take-package = Paquete de datos fiscales (Fiscal Data Package, ZIP)
# XLSX only: the page's inset says the format and the most rows that it takes.
refusal-too-many-rows = La lista tiene más filas de las que admite un archivo de este formato. CSV, JSON y Parquet admiten cualquier número.
feed-step = { $state }. Enviado { $sent } el { $day }, recibido { $received }.

## The API's documentation

api-title = La interfaz de datos (API)
api-lead = Todo lo que hay en estas páginas puede leerlo un programa, sin clave y sin registrarse. Esta página se genera a partir de la descripción de la propia interfaz, en inglés.
api-machine = Lo mismo para programas: OpenAPI (JSON)
api-answers = Respuestas
api-schemas = De qué constan las respuestas

## Documentos junto a un asiento.
documents-title = Documentos
documents-held = { $count ->
    [one] Un documento se guarda fuera del libro. Su resumen está firmado aquí: quien tenga el archivo puede comprobarlo.
   *[other] { $count } documentos se guardan fuera del libro. Sus resúmenes están firmados aquí: quien tenga un archivo puede comprobarlo.
}
documents-open = Abrirlo, con sesión de quien paga, de quien recibe o de auditoría
document-jpeg = Foto (JPEG)
document-png = Imagen (PNG)
document-webp = Imagen (WebP)
document-pdf = PDF
document-is = { $kind }, { $size } kB
document-digest = Resumen
