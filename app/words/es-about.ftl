### Lo que se dice del propio libro. Manda en-about.ftl: los mismos mensajes y marcadores.

footer-about = Sobre este libro

## Who keeps these books

books-title = Quién lleva estos libros
books-lead = Nadie por sí solo. Los miembros firman lo que enviaron y lo que recibieron, las instituciones deciden quién es miembro y un operador mantiene el orden.
books-operator = El operador
books-operator-is = { $operator } administra este servidor. Rige la versión { $rules } de las reglas.
books-operator-does = Qué hace
books-operator-orders = Recibe lo que los miembros han firmado y da a cada asiento su lugar.
books-operator-clock = Firma las marcas del reloj del libro, que deciden si una respuesta ha vencido.
books-operator-refuses = Rechaza lo que incumple una regla, y dice cuál.
books-operator-shows = Hace estas páginas a partir de los asientos.
books-operator-cannot = Qué no puede hacer
books-operator-not-sign = Firmar con la clave de una persona: cada quien guarda la suya. Un miembro puede confiar a este servidor una clave aparte; lo que esa clave firma lleva en cada página la nota «confirmado a través del servidor».
books-operator-not-change = Cambiar o quitar un asiento: lo delatarían las firmas y todos los asientos posteriores.
books-operator-not-receipt = Rechazar una confirmación por su importe: lo que un receptor dice haber recibido siempre se admite.
books-operator-not-member = Decidir solo quién es miembro: votan las instituciones.
books-operator-could = Lo que todavía nadie notaría
books-operator-withhold = Podría omitir un asiento, o mostrar a dos lectores dos libros distintos. Las copias de los miembros y las firmas de testigos sirven para que eso se note. Mientras no firmen testigos de otras instituciones, cada página lo dice arriba.
books-houses = Las instituciones y sus votos
books-houses-about = Una institución es quien controla miembros. Cada institución tiene un solo voto, controle los miembros que controle. { $count ->
    [0] Todavía no vota ninguna institución.
    [one] Vota una institución.
   *[other] Votan { $count } instituciones.
}
books-houses-caption = Instituciones que votan
books-house = Institución
books-house-members = Miembros con voto que controla
books-house-own = Él mismo
books-members-about = Cada miembro firma con las claves de su propia gente. Aquí una persona es un número opaco: el libro no conoce nombres. Una clave vale desde el asiento que la inscribió hasta el que la revocó.
books-members-caption = { $count ->
    [one] Un miembro, con sus claves
   *[other] { $count } miembros, primero el nivel más alto, con sus claves
}
books-keys = Claves
books-key = Persona { $person }, clave { $key }: { $roles }; { $valid }
books-key-recovery = Clave de recuperación { $key }; { $valid }
books-keys-more = { $count ->
    [one] Una más en su propia página
   *[other] { $count } más en su propia página
}
books-proposals = Propuestas y votos
books-proposals-about = Que alguien pase a ser miembro, o cambie de lugar, se propone, lo votan las instituciones y se lleva a cabo, en tres asientos.
books-proposals-none = Todavía no se ha propuesto nada.
books-proposals-caption = Las últimas propuestas
books-proposal = Propuesto
books-proposal-yes = A favor
books-proposal-no = En contra
books-proposal-settled = Llevada a cabo por el asiento { $index }
books-proposal-waits = Sin llevar a cabo
books-nobody = Nadie

## One finding

finding-kicker = Hallazgo
finding-at-risk = Dinero en riesgo
finding-opened-at = Abierto
finding-closed-at = Cerrado
finding-as-of = A la hora del libro
finding-at-by = { $time }, por { $entry }
finding-formula = La fórmula, con los números de este caso
finding-formula-receipt-overdue = Pasó el día de la respuesta, y de lo enviado hay una parte que ni se ha recibido ni tiene otra justificación.
finding-formula-receipt-short = La última palabra del receptor es que algo llegó, pero menos de lo enviado.
finding-formula-receipt-over = El receptor dice que llegó más de lo enviado.
finding-formula-receipt-denied = La última palabra del receptor es que no llegó nada.
finding-formula-receipt-contested = El pagador dice que retiró el dinero. El receptor dice que lo recibió.
finding-formula-idle-balance = El dinero estuvo sin mover más días de los que permite el programa.
finding-formula-late-hop = El dinero tardó en llegar más días de los que permite el programa.
finding-formula-possible-duplicate = Dos pagos en 14 días nombran el mismo pagador, receptor, cuenta, programa e importe.
finding-less-received = menos lo recibido
finding-less-back = menos lo retirado
finding-less-charged = menos comisiones en el camino
finding-less-recovered = menos lo recuperado
finding-less-written-off = menos lo dado de baja
finding-difference = Diferencia
finding-received-said = Recibido, según el receptor
finding-less-sent = menos lo enviado
finding-plus-back = más lo retirado, según el pagador
finding-beyond = Recibido de más
finding-day-due = Respuesta hasta
finding-day-as-of = Al día
finding-day-moved = Último movimiento
finding-day-sent = Enviado, según el pagador
finding-day-received = Recibido, según el receptor
finding-day-paid = Pagado
finding-day-paid-again = Pagado otra vez
finding-day-count = Días entre ambos
finding-day-allowed = Días permitidos
finding-proof = Los asientos que lo prueban
finding-proof-about = Cada uno lo firma quien lo afirma. Se conservan los primeros y el último.
finding-proof-tick = El reloj del libro pasó ese día.
finding-others = Otros hallazgos sobre el mismo asiento
finding-meaning = Qué significa este hallazgo
finding-neutral = Un hallazgo dice que dos palabras no coinciden, o que falta una. No dice por qué, ni culpa a nadie.
finding-closes-receipt-overdue = Se cierra cuando el receptor da su última palabra, o ya no queda nada abierto.
finding-closes-receipt-short = Se cierra cuando ya no falta nada. La sola palabra del pagador no lo cierra.
finding-closes-receipt-over = Se cierra cuando el receptor retira lo sobrante, o el pagador lo cubre.
finding-closes-receipt-denied = Se cierra cuando ya no falta nada. La sola palabra del pagador no lo cierra.
finding-closes-receipt-contested = Se cierra cuando ya nada está en disputa.
finding-closes-idle-balance = Se cierra cuando el dinero se mueve.
finding-closes-late-hop = Permanece: lo que tardó ya no cambia.
finding-closes-possible-duplicate = Se cierra cuando se retira el segundo pago.
filter-severity = Gravedad
filter-any-severity = Cualquier gravedad
filter-any-place = Cualquier lugar

## Glossary

glossary-title = Glosario
glossary-lead = Las palabras de estas páginas. Cada una tiene su propio enlace.
glossary-part-who = Quién
glossary-part-what = Qué
glossary-part-moves = Asientos que mueven dinero
glossary-part-where = Dónde está el dinero
glossary-member = Miembro
glossary-is-member = Una organización en el libro. Tiene nombre, nivel, alguien por encima, claves y una institución.
glossary-office = Oficina
glossary-is-office = Un miembro que recibe dinero, confirma lo que llegó y lo gasta o lo pasa adelante.
glossary-person = Persona
glossary-is-person = Quien tiene una clave de un miembro. El libro solo la conoce por un número opaco.
glossary-house = Institución
glossary-is-house = Quien controla a un miembro. En los votos cuentan las instituciones: quien controla diez miembros tiene un solo voto.
glossary-level = Nivel
glossary-is-level = A qué distancia de la nación está un miembro: ministerio, departamento o provincia, municipio.
glossary-payer = Pagador
glossary-is-payer = La parte que envió.
glossary-payee = Receptor
glossary-is-payee = La parte que debía recibir.
glossary-operator = Operador
glossary-is-operator = Quien administra el servidor. Ordena los asientos y mueve el reloj, y no puede cambiar lo que otros firmaron.
glossary-auditor = Auditoría
glossary-is-auditor = Un miembro que vuelve a comprobar el libro y firma bajas y congelamientos.
glossary-witness = Testigo
glossary-is-witness = Alguien de otra institución que refrenda el estado del libro, para que todos los lectores vean el mismo.
glossary-mirror = Espejo
glossary-is-mirror = Una copia completa del libro que comprueba por sí misma cada firma y cada regla.
glossary-recipient = Beneficiario
glossary-is-recipient = La persona o el hogar a quien el dinero va destinado al final.
glossary-ledger = Libro
glossary-is-ledger = La lista ordenada de todos los asientos desde su comienzo.
glossary-entry = Asiento
glossary-is-entry = Una declaración firmada: un texto que una persona puede leer, con las firmas debajo. Nunca se quita ninguno.
glossary-note = Nota
glossary-is-note = La forma de un asiento: texto, línea vacía, firmas.
glossary-signature = Firma
glossary-is-signature = Muestra que quien tiene una clave aceptó exactamente este texto. No muestra que el texto sea cierto.
glossary-server = Confirmado a través del servidor
glossary-is-server = Firma de una clave del miembro que guarda el servidor, tras un segundo factor. Descansa en la palabra del operador de que la pidió una persona del miembro; una clave propia, no.
glossary-identity = Identidad de un asiento
glossary-is-identity = Un número de 64 dígitos calculado del texto. Otro texto tiene otro número.
glossary-index = Lugar en el libro
glossary-is-index = Cuántos asientos hubo antes. Lo que vale se juzga por el lugar, nunca por un reloj de pared.
glossary-reference = Referencia
glossary-is-reference = El número que el autor da a un asiento. Se usa una sola vez, para que un pago firmado de nuevo no se pague dos veces.
glossary-ledger-time = Hora del libro
glossary-is-ledger-time = La hora de la última marca del reloj del libro. Lo vencido está vencido a esa hora.
glossary-programme = Programa
glossary-is-programme = Un destino con moneda, año y reglas propias. Su dinero cuadra por sí solo.
glossary-finding = Hallazgo
glossary-is-finding = Una discrepancia publicada, con su fórmula y los asientos que la prueban. Se responde y se cierra, nunca se borra.
glossary-tally = Total
glossary-is-tally = Una suma pública que sale solo de los asientos.
glossary-refusal = Rechazo
glossary-is-refusal = Por qué no se admitió un asiento. El libro queda como estaba.
glossary-appropriation = Asignación
glossary-is-appropriation = Autoridad para gastar, con un destino y un período. Los aumentos y recortes la cambian.
glossary-income = Ingreso
glossary-is-income = Lo demás que entra: intereses, un aporte.
glossary-transfer = Transferencia
glossary-is-transfer = La declaración del pagador de que envió dinero a otro miembro.
glossary-receipt = Confirmación
glossary-is-receipt = La declaración del receptor sobre una transferencia: qué llegó. Nunca se rechaza por su importe.
glossary-denial = Negación
glossary-is-denial = Una confirmación de cero que es la última palabra: no llegó nada.
glossary-correction = Corrección de una confirmación
glossary-is-correction = La palabra posterior del receptor: había llegado menos de lo que dijo.
glossary-covering = Transferencia de cobertura
glossary-is-covering = Aporta lo que un receptor había recibido de más.
glossary-return = Devolución
glossary-is-return = Dinero sin gastar que vuelve por donde vino.
glossary-bounce = Devolución del banco
glossary-is-bounce = Parte o todo lo enviado, que el banco devolvió al pagador.
glossary-reversal = Reversión
glossary-is-reversal = Retira una transferencia entera, con acuerdo del receptor o tras un plazo de gracia.
glossary-charge = Comisión
glossary-is-charge = Lo que un banco se quedó en el camino, hasta donde permite el programa.
glossary-expense = Gasto
glossary-is-expense = Dinero gastado en el destino del programa.
glossary-surrender = Reintegro
glossary-is-surrender = Dinero que se entrega al terminar el año.
glossary-carry-over = Traspaso de año
glossary-is-carry-over = Dinero que pasa al año siguiente.
glossary-recovery = Recuperación
glossary-is-recovery = Dinero faltante que se recuperó.
glossary-write-off = Baja
glossary-is-write-off = Dinero faltante al que se renuncia, con la firma de un auditor.
glossary-freeze = Congelamiento
glossary-is-freeze = Un miembro no puede enviar. Siempre puede recibir y devolver.
glossary-endorsement = Refrendo
glossary-is-endorsement = Una firma añadida después, en un asiento propio.
glossary-source = Origen
glossary-is-source = De dónde se toma lo enviado o gastado: una asignación, o algo recibido antes.
glossary-step = Envío
glossary-is-step = Lo que un miembro envió a otro, con todo lo que dicen ambas partes. Enviado = recibido + retirado + comisiones + recuperado + dado de baja + abierto.
glossary-hop = Paso
glossary-is-hop = Cada paso de un nivel al siguiente. Lo enviado se muestra paso a paso y nunca se suma entre niveles.
glossary-chain = Cadena
glossary-is-chain = El camino del dinero desde su asignación hasta lo que pagó.
glossary-line = La cuenta
glossary-is-line = Lo que entró = en poder + en camino + faltante + pagado a beneficiarios + gastado + salido + dado de baja. Cuadra hasta la última unidad.
glossary-held = En poder
glossary-is-held = Recibido, aún sin gastar ni pasar adelante.
glossary-in-transit = En camino
glossary-is-in-transit = Enviado, a la espera de la última palabra del receptor.
glossary-unconfirmed = Sin confirmar
glossary-is-unconfirmed = En camino, aunque el día de la respuesta ya pasó.
glossary-missing = Faltante
glossary-is-missing = Enviado, y la última palabra del receptor es que no llegó.
glossary-contested = En disputa
glossary-is-contested = Lo que un receptor dice haber recibido de más, o después de que se retirara. No se puede gastar ni entra en ninguna suma.
glossary-spent = Gastado
glossary-is-spent = Gastos menos sus reembolsos, y comisiones en el camino.
glossary-left = Salió del programa
glossary-is-left = Reintegrado, o traspasado a otro año.
glossary-is-receipt-overdue = Se envió dinero, pasó el día de la respuesta y el receptor no ha dado su última palabra.
glossary-is-receipt-short = El receptor recibió algo, y su última palabra es menos de lo enviado.
glossary-is-receipt-over = El receptor dice que llegó más de lo enviado.
glossary-is-receipt-denied = La última palabra del receptor es que no llegó nada.
glossary-is-receipt-contested = El pagador dice que retiró el dinero, y el receptor dice que lo recibió.
glossary-is-idle-balance = El dinero recibido lleva sin moverse más de lo que permite el programa.
glossary-is-late-hop = El dinero tardó en llegar más de lo que permite el programa.
glossary-is-possible-duplicate = El mismo pago parece figurar dos veces. Pueden ser dos pagos que se parecen.

## About

about-title = Sobre estas cifras
about-lead = Cada cifra sale de asientos que alguien firmó. Esta página dice cómo, y qué no pueden mostrar.
about-simulated = Qué es simulado
about-simulated-what = Los importes y días de los envíos son reales: los depósitos del fondo FONACIDE que el Ministerio de Hacienda del Paraguay publicó de 2019. La asignación es su total, porque el presupuesto mismo no está en los datos.
about-simulated-receipts = Todo lo que sigue a un depósito lo inventó un programa con una semilla fija: confirmaciones, gastos, devoluciones y, por tanto, los hallazgos. Solo uno está en los datos publicados: un depósito que figura dos veces.
about-simulated-names = Los nombres de los miembros terminan en .example. Ninguna oficina ha firmado nada aquí, y ningún hallazgo dice nada de una oficina real.
about-simulated-places = Los datos publicados no dicen en qué departamento está cada municipio. Por lugar, el dinero de los municipios figura por eso en «Sin lugar».
about-simulated-nothing = Nada. Este libro no dice de ninguno de sus asientos que sea inventado.
about-figures = Cómo se hacen las cifras
about-figures-entries = Las reglas convierten cada asiento en cambios de los totales, siempre de la misma manera. Quien tenga los asientos puede calcular de nuevo cada cifra, y obtiene la misma.
about-figures-line = Lo que entró en un programa y dónde está ahora son los dos lados de una cuenta. Son iguales hasta la última unidad, pase lo que pase.
about-figures-apart = Las columnas son palabras de partes distintas. Están una junto a otra y nunca se suman: lo enviado de nivel en nivel se contaría varias veces.
about-columns = Qué significa cada columna
column-allocated = Autoridad para gastar, según quien la concede.
column-sent = Lo que otros dicen haber enviado a este miembro, nivel o lugar.
column-received = Lo que los receptores dicen que llegó, como mucho lo enviado.
column-transit = Enviado, y los receptores no han dado su última palabra.
column-missing = Enviado, y la última palabra de los receptores es que no llegó.
column-held = Recibido y todavía ahí, según los asientos de los propios miembros.
column-spent = Pagado por bienes, servicios y comisiones, según quien gastó.
column-left = Reintegrado, o traspasado a otro año.
column-days = Desde el día en que el pagador dice que envió hasta el de la última confirmación. Solo cuentan los envíos de los que algo se recibió.
about-gaps = Qué no pueden mostrar estas páginas
about-gap-witness = Si todos los lectores ven el mismo libro. Todavía no lo refrenda ningún testigo de otra institución.
about-gap-recipients = Si el dinero llegó a un hogar. Los pagos a personas aún no se asientan: la última palabra aquí es la de una oficina.
about-gap-bank = Lo que dos partes de acuerdo afirman en falso. Aún no se asienta ningún extracto bancario.
about-gap-outside = Dinero que nunca entró en este libro.
about-gap-why = Por qué dos palabras no coinciden. Una demora del banco, un error de escritura y un robo se parecen en las cifras.
about-check = Cómo comprobarlo
about-check-copy = El libro entero se puede descargar: el programa countersign comprueba cada firma y cada regla de una copia, sin preguntar a este servidor.
about-check-finding = Bajo cada cifra hay enlaces a sus asientos. Cada asiento muestra el texto tal como se firmó.
about-api = Los datos para programas (OpenAPI)

## Status

status-title = Estado
status-lead-open = Este servidor responde y admite asientos.
status-lead-read-only = Este servidor responde. Por ahora no admite asientos.
status-takes-entries = Admite asientos
status-yes = Sí
status-no = No
status-last-index = Lugar del último asiento
status-recorded = Último asiento registrado por este servidor
status-queue = En espera de registro
status-queue-of = { $count } de un máximo de { $max } asientos
status-rules = Versión de las reglas
status-version = Versión del programa
status-licence = Licencia
status-times = Cuándo registró el servidor un asiento lo dice solo el servidor, y ninguna regla lo lee. La hora del libro está firmada y decide qué ha vencido.
status-witnesses = Quién refrenda los puntos de control
status-witness-last = { $count } asientos, { $time }
status-witness-never = Nada todavía
status-witness-own = { $name } (de la institución del propio operador)
status-witnesses-none = Nadie: la política del registro no nombra testigos.
status-mirror = Cómo está este espejo

## A mirror

mirror-title = Este espejo
mirror-lead = Otra institución lleva esta copia. Ha comprobado por sí misma cada asiento, firma y regla, y pide al registro lo que sigue.
mirror-from = El registro se lee de
mirror-log = Clave del registro
mirror-checked = Último punto de control completo
mirror-not-yet = Todavía no
mirror-cosigns = Refrenda los puntos de control con
mirror-stamps = Sella los envíos con
mirror-no-key = Nada: no tiene clave
mirror-departed = El registro se apartó de lo debido
mirror-departed-about = Lo muestran las propias firmas del registro. Quien tenga su clave puede comprobar la prueba sin preguntar a nadie.
mirror-departed-at = Visto
mirror-departed-check = Cómo comprobarla
mirror-trouble = Por ahora no se toma nada del registro
mirror-trouble-silent = Sus datos no llegan ({ $code }). Se vuelven a pedir.
mirror-trouble-other = Lo que llega no es lo que firmó antes la clave del registro ({ $code }). Eso no muestra la culpa de nadie: puede hacerlo quien esté en medio. Se vuelve a pedir.
mirror-trouble-since = Desde
mirror-withheld = Lo que el registro omitió
mirror-withheld-about = Todo lo que se envía por este espejo recibe su sello. Aquí consta lo que el registro aceptó con su firma y no publicó en un minuto.
mirror-withheld-none = Nada.
mirror-withheld-caption = { $shown } de { $count } envíos, el más antiguo primero
mirror-withheld-identity = Asiento
mirror-withheld-accepted = Aceptado por el registro
mirror-withheld-data = Todos, con sello, recibo y texto (JSON)

## Accessibility

accessibility-title = Accesibilidad
accessibility-lead = Estas páginas son para todos. Su meta es WCAG 2.2, nivel AA.
accessibility-promise = Con qué puede contar
accessibility-keyboard = Todo funciona solo con el teclado, y se ve dónde está el foco.
accessibility-zoom = El texto puede ser el doble de grande, y la página cuatro veces, sin desplazarse de lado. Las tablas anchas se desplazan por sí solas.
accessibility-pictures = Cada imagen tiene sus números en una tabla debajo. El color solo repite lo que dice una palabra o una trama.
accessibility-script = Ninguna página necesita scripts, cookies ni un teléfono nuevo.
accessibility-words = El inglés, el chino y el español dicen lo mismo. Títulos, tablas y enlaces tienen nombres que un lector de pantalla puede distinguir.
accessibility-tested = Cómo se prueba
accessibility-tested-machine = Con cada cambio se abre cada página en un navegador, en cada idioma, a 360 y 1280 píxeles, con y sin scripts: un comprobador de las reglas que una máquina puede comprobar (axe) no debe encontrar nada, se debe llegar con el teclado a cada control y nada debe desbordarse, tampoco de derecha a izquierda. Se calcula el contraste de cada par de colores, de día y de noche.
accessibility-tested-not = Aún no se ha probado con personas que usan cada día lectores de pantalla, lupas o pulsadores.
accessibility-known = Lo que aún no está bien
accessibility-known-tables = En una pantalla pequeña, las tablas anchas se desplazan de lado por dentro.
accessibility-known-notes = El texto firmado de un asiento es también para máquinas: los números largos se leen dígito a dígito.
accessibility-report = Avísenos
accessibility-report-whom = ¿Algo le impide el uso? Avise a quien administra este servidor, que figura en la página «Quién lleva estos libros». Debe responder y, si no puede arreglarlo, decir por qué.
accessibility-report-what = Diga la dirección de la página, qué quería hacer y con qué la lee. No envíe nunca el nombre ni la cuenta de nadie.

## What each signature says

signature-person = La persona { $person } de { $member } firmó con la clave { $key }.
signature-says-sent = { $party } dice que envió { $amount } a { $other } el { $occurred }. Esta firma no dice que el dinero llegara: solo puede decirlo { $receiver }.
signature-says-received = { $party } dice que hasta el { $occurred } le habían llegado { $amount }. Esta firma no dice cuánto se envió, ni qué fue después del dinero.
signature-says-denied = { $party } dice que hasta el { $occurred } no había llegado nada. Esta firma no dice por qué.
signature-says-else = { $party } dice lo que consta en este asiento. Esta firma no dice que sea cierto: dice quién responde por ello.
signature-count = { $count ->
    [one] Firmó una persona.
   *[other] Firmaron { $count } personas, ninguna sola.
}
paper-title = Este asiento en papel
paper-about = El cuadro lleva a esta página. Quien tenga el papel puede compararlo con el libro.
paper-code = Código QR de la dirección de esta página

## Pages that can’t be shown

gone-title = Ya no está aquí
gone-lead = En esta dirección hubo algo que se retiró para siempre.
gone-check = Los asientos, hallazgos y miembros nunca se retiran. Se retiran archivos de una versión anterior de estas páginas.
read-only-title = Por ahora no se puede asentar
read-only-lead = El libro está en modo de solo lectura. Todas las páginas funcionan y no se ha perdido nada.
stopping-title = El servidor se está reiniciando
stopping-lead = Termina lo que ha recibido y no admite nada nuevo.
