# What help says; its English stands at the command or flag, in the code.

## What the parser itself says, around what stands at commands and flags
help-heading-usage = Uso:
help-heading-commands = Órdenes:
help-heading-arguments = Argumentos:
help-heading-options = Opciones:
help-heading-values = Valores posibles:
# In a line of usage: [OPTIONS], <COMMAND>.
help-name-options = [OPCIONES]
help-name-command = <ORDEN>
help-example = Ejemplo:
help-examples = Ejemplos:
# In brackets behind what a flag is for.
help-fact-default = [por defecto: { $value }]
help-fact-env = [variable de entorno: { $value }]
help-fact-values = [valores posibles: { $value }]

## Errors of the command line
help-error = error:
help-error-more = Para más información, pruebe con --help.
help-error-argument = no se conoce el argumento «{ $argument }»
help-error-command = no hay ninguna orden «{ $command }»
help-error-command-missing = a «{ $command }» le falta una orden detrás
help-error-missing = faltan estos argumentos obligatorios:
help-error-value-missing = «{ $argument }» necesita un valor, y no se dio ninguno
help-error-value = «{ $value }» no es un valor válido para «{ $argument }»
# Between a wrong value and why it is wrong.
help-error-because = :{" "}
help-error-values-more = «{ $argument }» no admite más valores: sobra «{ $value }»
help-error-values-number = «{ $argument }» necesita { $wanted } valores y recibió { $given }
help-error-equals = el valor de «{ $argument }» se da con un signo igual
help-error-repeated = «{ $argument }» no se puede dar más de una vez
help-error-conflict = «{ $argument }» no se puede usar junto con «{ $other }»
help-error-conflict-these = «{ $argument }» no se puede usar junto con:
help-error-conflict-some = «{ $argument }» no se puede usar junto con otros argumentos que se dieron
help-error-utf8 = un argumento no es texto UTF-8 válido
help-cause-no-number = no es un número entero
help-cause-too-large = el número es demasiado grande
help-cause-too-small = el número es demasiado pequeño
help-cause-bounds = debe estar entre { $from } y { $to }
help-tip = sugerencia:
help-tip-similar = ¿quiso escribir { $names }?
help-tip-exists = existe { $name }
help-tip-value = para darlo como valor, escriba { $instead }
help-tip-dashes = existe la orden «{ $name }»: quite los «--» que lleva delante

## Sections of a manual page
help-page-name = NOMBRE
help-page-synopsis = SINOPSIS
help-page-description = DESCRIPCIÓN
help-page-options = OPCIONES
help-page-commands = ÓRDENES
help-page-extra = ADEMÁS
help-page-version = VERSIÓN
help-page-below = orden

## What each command does; the paragraphs that follow the first line have an id that ends in -long
help-of-countersign = Dinero público, firmado en ambos extremos
help-of-countersign-long = Dinero público, firmado en ambos extremos: un libro en el que quien paga firma lo que envió, quien recibe firma lo que llegó, y toda diferencia queda a la vista.
help-of-countersign-after =
    Códigos de salida: 0 hecho; 1 rechazado, o algo no supera la comprobación; 2 la línea de órdenes; 3 un archivo, la base de datos, el disco o un servidor; 4 ocupado o bloqueado: vuelva a intentarlo más tarde; 5 escrito por una versión más nueva.

    Para empezar:
      countersign demo --data demo
      countersign serve --data demo
      countersign tally --data demo --json
help-of-help = Muestra esta ayuda o la de las órdenes indicadas
help-of-init = Funda un libro: su asiento inicial, las claves del operador y una base de datos vacía
help-of-init-long = En la carpeta `keys` de la carpeta de datos se crean cuatro archivos de clave: PERSON.key, que administra y firma; recovery.key, que debe guardarse sin conexión; clock.key, que solo puede mover el reloj del libro; y log.key, que solo puede firmar los puntos de control y las respuestas del registro. Las frases de paso de los dos últimos quedan a su lado, para que el servidor pueda arrancar solo.
help-of-serve = Sirve las páginas y la API, y recibe asientos
help-of-serve-long =
    Lo asentado se publica en /log/ en puntos de control que firma la clave del registro; un libro cuyo asiento inicial no nombra esa clave, y que aún no tiene keys/log.key, recibe una en su primer arranque.

    Una interrupción o SIGTERM deja de recibir asientos, responde a todos los que esperan y termina con el código de salida 0. Un puerto en uso, o un libro en el que escribe otro proceso, terminan con el código 4; un libro que contradice su último punto de control, como lo hace una copia de seguridad anterior, termina con el código 1.
help-of-invite = Invita a una persona a trabajar para un miembro por medio de este servidor
help-of-invite-long = Muestra un enlace que una sola persona puede usar una vez, en un plazo de siete días. Quien administra un miembro invita a otras personas en las páginas del propio servidor. Una invitación para pagar o para administrar espera allí a una segunda persona que administre; si el miembro no la tiene, --confirm hace de segunda.
help-of-device = Muestra las claves de dispositivos que esperan su inscripción, y aprueba una
help-of-device-list = Lista las claves que esperan
help-of-device-approve = Aprueba una clave: firma junto a ella, con el archivo de clave de otra persona que administra el miembro
help-of-device-approve-long = Pregunte a quien la presenta el identificador de la clave, que muestra su dispositivo: quien la pide debe ser quien está sentado ante él.
help-of-demo = Llena una carpeta vacía con un año real: los depósitos de FONACIDE de Paraguay en 2019
help-of-demo-long = Los depósitos son reales; lo que confirman y gastan quienes reciben se simula con una semilla fija, y así lo dicen cada página y cada exportación. docs/DEMO.md explica qué es real y qué no.
help-of-key = Crea archivos de clave, los muestra y cambia las claves de un miembro
help-of-key-new = Crea una clave para una persona de un miembro, en un archivo cifrado nuevo
help-of-key-new-long = Una clave es de una persona y nunca se comparte: dé un identificador opaco como p1, nunca un nombre. El formato está en docs/KEY-FILE.md. El miembro inscribe la clave con `member activate` o `key rotate`. Con --token la clave se crea en un token PKCS#11 y nunca sale de él: el archivo dice dónde está.
help-of-key-adopt = Escribe el archivo de clave de una clave que un token PKCS#11 ya tiene
help-of-key-adopt-long = Para claves creadas con las herramientas del propio token. Lee la mitad pública y no cambia nada en el token.
help-of-key-show = Muestra de quién es la clave de un archivo; no pide la frase de paso
help-of-key-vkey = Muestra la clave de verificación de un archivo de clave, con la que otros la inscriben y comprueban firmas
help-of-key-hold = Crea una clave que este servidor guarda para un miembro, y la inscribe
help-of-key-hold-long = Firma por las personas del miembro cuyo propio dispositivo no puede hacerlo, después de que presenten su contraseña y un segundo factor; junto a lo que firmó, todos ven «confirmado a través del servidor». Con ella firma, con --key, una persona que administra el miembro. `countersign key revoke` le pone fin.
help-of-key-rotate = Inscribe una clave nueva de un miembro y revoca la que reemplaza
help-of-key-rotate-long = La clave nueva firma, para probar que se posee; con ella firma, con --key, otra persona que administra el miembro, o la clave de recuperación.
help-of-key-revoke = Revoca una clave del miembro: cualquiera de sus claves puede, para frenar al instante a quien la robó
help-of-key-compromised = Declara que una clave estuvo en manos ajenas desde un asiento, y la revoca
help-of-key-compromised-long = No deshace nada: lo que la clave firmó desde entonces queda en disputa hasta que una segunda persona lo refrende o lo corrija.
help-of-member = Incorpora miembros con propuesta, voto y activación; los lista y los muestra
help-of-member-propose = Propone un miembro; debe estar de acuerdo más de la mitad de las instituciones con voto
help-of-member-propose-long = La institución de quien propone cuenta como un sí. Después el nuevo miembro se activa con sus propias claves.
help-of-member-vote = Vota sobre una propuesta, por la institución del miembro de la clave
help-of-member-activate = Hace miembro a quien fue propuesto: inscribe las claves de sus personas, y todas firman
help-of-member-activate-long = --key y cada --also nombran el archivo de clave de una persona; todas se inscriben y prueban con su firma que se poseen. La clave de recuperación debe guardarse sin conexión: se nombra su archivo, o su clave de verificación, y no firma.
help-of-member-list = Lista todos los miembros
help-of-member-show = Muestra un miembro con sus claves
help-of-programme = Abre, dota y cierra programas; los lista y los muestra
help-of-programme-open = Abre un programa; su dueño es el miembro de la clave
help-of-programme-appropriate = Da su dinero a un programa: la autorización de gasto, o un aumento o recorte de ella
help-of-programme-close = Cierra un programa a nuevas salidas; confirmaciones, devoluciones y correcciones siguen
help-of-programme-list = Lista todos los programas
help-of-programme-show = Muestra las condiciones de un programa
help-of-issue = Envía dinero a un miembro: firma la mitad del pagador en un envío
help-of-issue-long = El asiento se muestra como el texto exacto que se firma. El dinero se toma de lo que el pagador tiene en su poder, primero lo más antiguo, salvo que --source lo nombre. La misma --ref otra vez es una repetición, y a nadie se le paga dos veces.
help-of-confirm = Dice qué llegó de una transferencia o devolución: firma la mitad de quien recibe
help-of-confirm-long = Todo, una parte o nada: la palabra de quien recibe nunca se rechaza por su importe.
help-of-return = Devuelve dinero sin gastar al miembro que lo había enviado
help-of-return-long = Vuelve por donde vino: se toma de lo que ese miembro envió, primero lo más antiguo, salvo que --source lo nombre.
help-of-receipt-correct = Retira parte de lo confirmado, o de lo que está en disputa
help-of-bounce = Declara que el banco del pagador devolvió parte de un envío
help-of-reversal = Anula por entero un envío del que no se recibió nada
help-of-reversal-long = Firma también quien recibe, con --also, salvo que haya dicho que no llegó nada o que su plazo haya terminado.
help-of-charge = Declara lo que un banco retuvo de un envío en el camino
help-of-recovery = Declara que se recuperó dinero faltante de un envío, y dónde está ahora
help-of-write-off = Da por perdido dinero faltante de un envío, como auditor
help-of-expense = Declara que se gastó dinero para la finalidad del programa
help-of-expense-long = El dinero se toma de lo que el miembro tiene en su poder, primero lo más antiguo, salvo que --source lo nombre.
help-of-expense-refund = Declara que volvió dinero gastado al nodo del que se había gastado
help-of-income = Declara dinero que entró aparte de lo asignado, por ejemplo intereses
help-of-surrender = Reintegra dinero a la tesorería: sale del programa
help-of-carry-over = Traspasa dinero sin gastar al programa del año siguiente
help-of-carry-over-long = Sigue en poder del mismo miembro, como un nodo nuevo del otro programa.
help-of-freeze = Detiene las salidas de dinero de un miembro, como auditor
help-of-freeze-long = Confirmaciones, devoluciones y correcciones siguen.
help-of-unfreeze = Deja que sigan las salidas de dinero de un miembro, como auditor
help-of-endorse = Añade una firma posterior a un asiento, como segunda persona o como otro miembro
help-of-sign = Firma los textos que esperan en un archivo, sin libro ni red
help-of-sign-long = El archivo contiene lo que escribe `import --unsigned`, lo que esta orden escribió para quien firma después, o un texto tal como lo muestra --dry-run. Primero se lee entero: cuántos textos, sus clases y sumas, y el primero de ellos. Después se firman todos o ninguno. Lo que tiene todas sus firmas está listo para `countersign submit`; lo que no, pasa a quien firma después.
help-of-submit = Envía asientos ya firmados, desde un archivo o la entrada estándar
help-of-submit-long = El archivo contiene notas una tras otra, o una exportación en JSON Lines. Las notas conservan su orden. Lo que ya está en el libro es una repetición y no añade nada; el primer rechazo lo detiene (código de salida 1).
help-of-import = Envía las filas de una planilla como transferencias, según un archivo de correspondencias
help-of-import-long = Primero una vista previa: filas, total de control, y cada fila con errores, con su línea y el motivo. Después, todo o nada: cada fila se escribe, se firma y, en el libro de la propia carpeta de datos, se juzga según todas las reglas antes de enviar ninguna. Las notas firmadas quedan en la carpeta de datos, de modo que la misma orden sigue donde se detuvo y no añade nada dos veces. docs/IMPORT.md explica las correspondencias.
help-of-export = Exporta el libro entero: JSON Lines, CSV, o un diario para hledger
help-of-export-tiles = El registro como archivos estáticos: punto de control, bloques, paquetes de asientos
help-of-export-tiles-long = Cualquier servidor de archivos puede servir la carpeta, y la comprueban herramientas de terceros (C2SP tlog-tiles). Llega hasta el último punto de control que el servidor firmó y guardó.
help-of-tally = Muestra totales públicos: asignado, en poder, en camino, faltante, gastado, salido
help-of-tally-long = El dinero de un envío cuenta en el mes en que se envió. Lo enviado y lo recibido van paso por paso y nunca se suman entre niveles; los términos cuadran hasta la última unidad: asignado + ingresos = en poder + en camino + faltante + gastado + comisiones + salido + dado de baja.
help-of-findings = Lista los hallazgos publicados: lo que las dos partes no dicen igual
help-of-trace = Sigue el dinero desde un asiento: hacia arriba hasta su asignación, hacia abajo hasta lo que pagó
help-of-verify = Comprueba de nuevo cada firma, cada regla y cada total, solo a partir de las notas
help-of-verify-long =
    No se cree nada de lo que dice el servidor: desde el asiento inicial se leen las notas, se comprueban las firmas con verify_strict, se juzgan las reglas y se vuelven a sumar los totales y todas las demás sumas públicas. Se indica el primer asiento erróneo, y por qué (código de salida 1). Un libro que necesita reglas más nuevas termina con el código 5.

    Un registro se lee por la red (--log) o desde una carpeta con sus bloques (--tiles): cada asiento se coteja con la raíz que firmó la clave del registro. Se recuerda el último punto de control visto de cada registro, y uno que retrocedió o que muestra otra historia se rechaza y se guarda la prueba. Un solo archivo, un .tlog-proof o un archivo de prueba, se comprueba sin ninguna red.
help-of-witness = Refrenda los puntos de control de un registro, para que no pueda mostrar dos historias (C2SP tlog-witness)
help-of-witness-long =
    Un testigo responde a POST add-checkpoint: refrenda un punto de control que continúa el último que refrendó, y ningún otro. No lee asientos; eso lo hace un espejo. Tiene una carpeta propia y una clave propia, creada con `key new`, que no debe ser de ningún registro ni de ningún miembro.

    Una carpeta que tiene otro testigo, o un puerto en uso, terminan con el código de salida 4.
help-of-mirror = Mantiene una copia completa del libro de otros y comprueba cada uno de sus asientos
help-of-mirror-long =
    Un espejo lee un registro, prueba cada asiento, comprueba sus firmas, lo juzga según todas las reglas y lleva los libros en un almacén propio. Sirve las mismas páginas, recibe envíos y los transmite y, con una clave, refrenda cada punto de control del que tiene todos los asientos.

    Un registro que se aparta de lo debido (un asiento erróneo, un pasado reescrito, dos historias) lo detiene: la prueba queda en mirror/evidence de la carpeta de datos, cada página lo dice y el código de salida es 1. Los datos que no son del registro, o que no llegan, se señalan y se vuelven a pedir.
help-of-rebuild = Rehace todas las proyecciones, solo a partir de las notas
help-of-rebuild-long = Miembros, envíos, totales y hallazgos se vacían y se hacen de nuevo; las notas quedan como están. El resultado es lo que había, o algo estaba mal. Una reconstrucción interrumpida empieza de nuevo.
help-of-backup = Copia el libro a un archivo, tal como está en un momento, mientras otros lo leen y escriben en él
help-of-backup-long = Si hay personas que inician sesión en el servidor de este libro, se copian a un segundo archivo a su lado, FILE.people, y los documentos que adjuntaron a asientos, a una carpeta, FILE.evidence. Cada documento se coteja con su resumen; el que fue alterado se señala y queda fuera (código de salida 3).
help-of-restore = Pone una copia de seguridad en una carpeta de datos
help-of-restore-long = Si allí ya hay un libro, debe ser un estado anterior del mismo: una restauración nunca retrocede ni reemplaza otra historia (código de salida 1).
help-of-bench = Mide esta máquina y esta versión: cada objetivo como una proporción
help-of-bench-long = Llena una carpeta temporal, envía carga a un servidor propio por la interfaz local y termina por sí solo.
help-of-completions = Muestra el autocompletado para un intérprete de órdenes
help-of-man = Muestra el manual, o escribe en una carpeta los manuales de todas las órdenes

## What a flag is for, where several commands have it or only one has
help-flag-help = Muestra la ayuda
help-flag-help-more = Muestra la ayuda (con --help, más extensa)
help-flag-help-less = Muestra la ayuda (con -h, un resumen)
help-flag-version = Muestra la versión
help-flag-data = Carpeta con el libro, su configuración y sus claves
help-flag-database = Base de datos: sqlite:FILE o postgres://HOST/NAME
help-flag-readers-max = Máximo de conexiones que solo leen
help-flag-server = Servidor que recibe los asientos; sin él, van al libro de la propia carpeta de datos
help-flag-key = Archivo de la clave que firma
help-flag-also = Archivo de clave de otra persona que firma
help-flag-passphrase-file = Archivo cuya primera línea es la frase de paso del archivo de clave, o el PIN del token
help-flag-pkcs11-module = Biblioteca del token, si la clave está en un token
help-flag-time = Cuándo se firma, en UTC [por defecto: ahora]
help-flag-yes = Firma sin preguntar
help-flag-dry-run = Muestra el texto, y ni lo firma ni lo envía
help-flag-json = Muestra la respuesta en JSON
help-flag-reason = Motivo
help-flag-ref = Referencia, única en el miembro, por ejemplo el número del comprobante
help-flag-programme = Programa
help-flag-member = El miembro
help-flag-amount = Importe en unidades menores
help-flag-occurred = Día del hecho [por defecto: hoy]
help-flag-late = Pertenece a un período cerrado
help-flag-attach = Resumen, tamaño y tipo del adjunto
help-flag-source = Cuánto toma de qué nodo, como IDENTITY/LEG:AMOUNT [por defecto: primero lo más antiguo]
help-flag-step = Identidad de la transferencia o devolución
help-flag-listen = Dirección y puerto en que escucha; el puerto 0 toma uno libre [por defecto: 127.0.0.1:3000]
help-flag-request-seconds-max = Máximo de segundos que puede tardar la cabecera de una petición, y también su cuerpo
help-flag-drain-seconds-max = Máximo de segundos para responder, antes de parar, a lo ya recibido
help-flag-proxy-header = Cabecera en que un proxy situado delante indica la dirección del lector, como x-forwarded-for [por defecto: ninguna]
help-flag-own-keys-only = Programas en los que no firma ninguna clave que guarde este servidor, separados por comas [por defecto: ninguno]
help-flag-log-format = Cómo se escriben los mensajes del propio programa
help-flag-log-filter = Qué mensajes del propio programa se escriben
help-flag-output = Archivo que se crea; uno que ya existe nunca se sobrescribe
help-flag-person = De quién es la clave: un identificador opaco
help-flag-file = Archivo de clave
help-flag-ended = La clave: su archivo, o su identificador de 8 cifras hexadecimales
help-flag-title = Cómo se llama
help-flag-proposal = Identidad de la propuesta
help-flag-into = Nodo al que entra, como IDENTITY/LEG
help-flag-purpose = Para qué; nunca el nombre de una persona física

## init
help-flag-init-origin = Nombre de origen del libro, que es también el de su registro
help-flag-init-member = El operador, su primer miembro
help-flag-init-title = Cómo se llama el operador
help-flag-init-house = Quién controla al operador; en los votos cuentan las instituciones [por defecto: el propio operador]
help-flag-init-person = De quién es la clave que administra: un identificador opaco
help-flag-init-purpose = Para qué es el libro
help-flag-init-passphrase-file = Archivo cuya primera línea es la frase de paso de los archivos de clave nuevos
help-flag-init-continues = Archivo con el último punto de control del registro que este continúa con una clave nueva
help-flag-init-json = Muestra JSON

## serve
help-flag-serve-queue-entries-max = Máximo de asientos en espera antes de responder «ocupado»
help-flag-serve-group-entries-max = Máximo de asientos que se asientan a la vez
help-flag-serve-verify-workers = Hilos que comprueban firmas
help-flag-serve-checkpoint-interval-ms = Mínimo de milisegundos entre dos puntos de control del registro
help-flag-serve-checkpoint-kept = Archivo que guarda el último punto de control firmado: mejor en otro disco que la base de datos
help-flag-serve-checkpoint-key = Archivo de clave del registro, que firma los puntos de control y las respuestas
help-flag-serve-checkpoint-passphrase-file = Archivo cuya primera línea es la frase de paso del archivo de clave del registro
help-flag-serve-checkpoint-policy = Archivo tlog-policy: los testigos que refrendan los puntos de control, y cuántos hacen falta
help-flag-serve-checkpoint-witness-wait-ms = Máximo de milisegundos que un punto de control espera a sus testigos
help-flag-serve-telling-smtp = Servidor de correo por el que se avisa a las personas, como smtps://ledger@mail.example
help-flag-serve-telling-password-file = Archivo cuya primera línea es la contraseña del servidor de correo
help-flag-serve-telling-mail-folder = Carpeta en la que se escribe el correo en vez de enviarlo, para verlo
help-flag-serve-telling-from = Dirección desde la que se envía el correo
help-flag-serve-telling-loopback = Si los programas de los miembros pueden escuchar en esta máquina: true o false
help-flag-serve-oidc-issuer = Emisor con cuyas cuentas se puede entrar, como https://accounts.town.example
help-flag-serve-oidc-client = Identificador de cliente por el que el emisor conoce este servidor
help-flag-serve-oidc-secret-file = Archivo cuya primera línea es el secreto del cliente
help-flag-serve-oidc-name = Nombre de la organización en el botón [por defecto: el servidor del emisor]
help-flag-serve-oidc-second-factor = Qué se pide además de la palabra del emisor [por defecto: code]
help-flag-serve-base-url = Esquema y servidor de las direcciones absolutas, como https://ledger.example [por defecto: ninguno]

## invite, device, demo
help-flag-invite-member = Miembro para el que trabaja la persona
help-flag-invite-confirm = Confirma una invitación que pidió la única persona que administra el miembro, con el identificador que muestra su página
help-flag-invite-roles = Qué puede hacer la persona
help-flag-invite-language = Idioma de la página del enlace
help-flag-invite-base-url = Esquema y servidor del enlace, tal como se llega al servidor
help-flag-invite-json = Muestra JSON
help-flag-device-list-json = Muestra JSON
help-flag-device-approve-id = Cómo la llaman la lista y la página de la propia persona
help-flag-demo-keys-of = Escribe también los archivos de clave de las personas de este miembro (frase de paso: demo)
help-flag-demo-json = Muestra JSON
help-flag-demo-moved-to = Carpeta a la que se moverá la que se llena: los mensajes nombran esa

## key
help-flag-key-new-json = Muestra JSON
help-flag-key-adopt-json = Muestra JSON
help-flag-key-show-json = Muestra JSON
help-flag-key-new-member = Miembro cuyos asientos firma
help-flag-key-new-passphrase-file = Archivo cuya primera línea es la frase de paso del archivo de clave nuevo, o el PIN del token
help-flag-key-new-pkcs11-module = Biblioteca del token
help-flag-key-adopt-member = Miembro cuyos asientos firma
help-flag-key-adopt-passphrase-file = Archivo cuya primera línea es la frase de paso del archivo de clave nuevo, o el PIN del token
help-flag-key-adopt-pkcs11-module = Biblioteca del token
help-flag-key-new-token = La crea en el token de esta dirección, con esta etiqueta
help-flag-key-adopt-token = Dónde está la clave: su token y su etiqueta
help-flag-key-vkey-cosigner = Como clave de un testigo o espejo, que firma refrendos (tipo 04)
help-flag-key-hold-roles = Qué puede firmar la clave
help-flag-key-rotate-new = Archivo de la clave nueva
help-flag-key-rotate-replaces = Clave que reemplaza: su archivo, o su identificador de 8 cifras hexadecimales
help-flag-key-rotate-roles = Qué puede firmar la clave nueva
help-flag-key-compromised-since = Número del primer asiento en disputa

## member
help-flag-member-propose-member = El miembro propuesto
help-flag-member-propose-house = Quién lo controla; en los votos cuentan las instituciones [por defecto: el propio miembro]
help-flag-member-propose-function = Qué hace: auditor (auditoría), bank (banco), finance (autoridad financiera), office (oficina) u operator (operador)
help-flag-member-propose-tier = Su nivel, 0 el más alto
help-flag-member-propose-parent = El miembro del que depende
help-flag-member-propose-region = Código de su lugar
help-flag-member-propose-voting = Su institución votaría
help-flag-member-propose-ref = Referencia, única en quien propone [por defecto: se inventa una]
help-flag-member-vote-vote = yes (sí) o no
help-flag-member-activate-roles = Qué puede firmar una clave, una vez por archivo de clave y en su orden; la última vale para las demás
help-flag-member-activate-recovery = Clave de recuperación: su archivo, o su clave de verificación
help-flag-member-activate-account = Compromiso criptográfico de una cuenta
help-flag-member-list-json = Muestra JSON
help-flag-member-show-json = Muestra JSON
help-flag-member-show-name = El miembro

## programme
help-flag-programme-open-programme = El nombre del programa
help-flag-programme-open-currency = Moneda (ISO 4217)
help-flag-programme-open-exponent = Cifras decimales
help-flag-programme-open-starts = Primer día de su año
help-flag-programme-open-ends = Último día de su año
help-flag-programme-open-offset = Diferencia de la hora local con UTC
help-flag-programme-open-basis = Si se mueve dinero (cash) o cupos de gasto (limit)
help-flag-programme-open-payees = A quién se puede pagar: a cualquiera (any), o solo a miembros que dependen de quien paga (tree)
help-flag-programme-open-budget = Lo que el presupuesto prevé de un fondo, como "FUND AMOUNT"
help-flag-programme-open-hop-days = Días que puede tardar un paso
help-flag-programme-open-idle-days = Días que el dinero puede quedar quieto
help-flag-programme-open-grace-days = Días tras el vencimiento desde los que el pagador puede revertir por sí solo
help-flag-programme-open-tolerance = Parte de un envío que pueden tomar las comisiones, en partes por millón
help-flag-programme-open-threshold = Desde qué suma al día entre un mismo pagador y un mismo receptor firman más personas, como "AMOUNT PERSONS"
help-flag-programme-open-disclosure = Días tras los que se publican los detalles
help-flag-programme-appropriate-programme = El programa
help-flag-programme-close-programme = El programa
help-flag-programme-appropriate-purpose = Para qué
help-flag-programme-appropriate-ref = Referencia, única en el dueño, por ejemplo el número de la ley
help-flag-programme-appropriate-root = Asignación anterior que esta cambia
help-flag-programme-appropriate-direction = En qué sentido la cambia: supplement (aumento) o cut (recorte)
help-flag-programme-list-json = Muestra JSON
help-flag-programme-show-json = Muestra JSON
help-flag-programme-show-name = El programa

## Entries that move money
help-flag-issue-to = Quien recibe
help-flag-issue-account = Cuenta de quien recibe, por su compromiso criptográfico
help-flag-issue-covers = Envío cuya parte en disputa cubre
help-flag-issue-due = Día hasta el que debe confirmar quien recibe [por defecto: los días que el programa da a un paso]
help-flag-return-to = Quién lo había enviado
help-flag-return-due = Día hasta el que se debe confirmar [por defecto: los días que el programa da a un paso]
help-flag-confirm-ref = Referencia, única en el miembro [por defecto: se deriva del envío; un segundo asiento de su clase necesita la suya]
help-flag-receipt-correct-ref = Referencia, única en el miembro [por defecto: se deriva del envío; un segundo asiento de su clase necesita la suya]
help-flag-bounce-ref = Referencia, única en el miembro [por defecto: se deriva del envío; un segundo asiento de su clase necesita la suya]
help-flag-reversal-ref = Referencia, única en el miembro [por defecto: se deriva del envío; un segundo asiento de su clase necesita la suya]
help-flag-charge-ref = Referencia, única en el miembro [por defecto: se deriva del envío; un segundo asiento de su clase necesita la suya]
help-flag-recovery-ref = Referencia, única en el miembro [por defecto: se deriva del envío; un segundo asiento de su clase necesita la suya]
help-flag-write-off-ref = Referencia, única en el miembro [por defecto: se deriva del envío; un segundo asiento de su clase necesita la suya]
help-flag-confirm-all = Llegó todo
help-flag-confirm-amount = Cuánto llegó, en unidades menores
help-flag-confirm-nothing = No llegó nada, y no se espera nada
help-flag-confirm-final = No se espera nada más: lo que siga abierto falta desde ahora
help-flag-receipt-correct-amount = Unidades menores que en realidad no habían llegado
help-flag-receipt-correct-withdraw = Unidades menores de la parte en disputa que se retiran
help-flag-bounce-amount = Unidades menores que volvieron
help-flag-charge-amount = Unidades menores
help-flag-recovery-amount = Unidades menores
help-flag-write-off-amount = Unidades menores
help-flag-recovery-into = Nodo del miembro que firma al que se suma, como IDENTITY/LEG
help-flag-income-purpose = De dónde vino; nunca el nombre de una persona física
help-flag-carry-over-into-programme = Programa al que entra el dinero
help-flag-endorse-entry = Identidad del asiento
help-flag-endorse-reason = Lo que añade quien refrenda

## Files of entries
help-flag-sign-file = Archivo con los textos
help-flag-submit-file = Archivo con notas firmadas; - lee la entrada estándar
help-flag-submit-json = Muestra JSON: una respuesta por línea
help-flag-import-file = La planilla, en CSV
help-flag-import-mapping = Qué es cada columna
help-flag-import-accounts = CSV con las columnas account y commitment: lo que está en el archivo, y lo que está inscrito
help-flag-import-preview = Termina tras la vista previa
help-flag-import-unsigned = Escribe los textos en este archivo para `countersign sign`, y ni los firma ni los envía
help-flag-export-format = Formato
help-flag-export-output = Archivo que se escribe; sin él, la salida estándar
help-flag-export-tiles-out = Carpeta que se crea
help-flag-backup-file = Archivo que se crea; uno que ya existe nunca se sobrescribe
help-flag-restore-file = La copia de seguridad

## Reading and checking
help-flag-tally-json = Muestra JSON; los importes son texto, en unidades menores
help-flag-findings-json = Muestra JSON; los importes son texto, en unidades menores
help-flag-trace-json = Muestra JSON; los importes son texto, en unidades menores
help-flag-tally-of = De quién son los totales
help-flag-tally-programme = Un programa; sin él, todos
help-flag-tally-month = Un mes, como 2019-10; sin él, todos juntos
help-flag-findings-programme = Un programa
help-flag-findings-member = Los que nombran a este miembro, como pagador o receptor
help-flag-findings-code = Un código del catálogo, como receipt-overdue
help-flag-findings-all = También los cerrados
help-flag-trace-id = El asiento: su número o su identidad
help-flag-verify-paper = Una prueba del lugar de un asiento (.tlog-proof), o un archivo de prueba contra un registro
help-flag-verify-file = Comprueba una exportación en JSON Lines en vez de un almacén; - lee la entrada estándar
help-flag-verify-note = El asiento al que se refiere la prueba, si ella no lo lleva
help-flag-verify-log = Comprueba un registro por la red: la dirección de un servidor, o el prefijo de los archivos de cualquier registro
help-flag-verify-tiles = Comprueba un registro en una carpeta de bloques
help-flag-verify-vkey = Clave del registro, como name+id+key; sin ella se toma la de la primera vez
help-flag-verify-policy = Qué refrendos necesita el punto de control: un archivo de política
help-flag-verify-checkpoint = Un punto de control firmado en el que se confía: el registro debe continuarlo
help-flag-verify-remember = Recuerda el último punto de control en este archivo, no en la carpeta de estado del usuario
help-flag-verify-no-remember = No recuerda nada, ni coteja el registro con lo visto antes
help-flag-verify-evidence = Carpeta para la prueba, si algo se contradice
help-flag-verify-receipt = Una respuesta firmada del registro, para cotejarla con él; se puede dar varias veces
help-flag-verify-submission = Lo que se envió y se rechazó, para juzgarlo de nuevo; se puede dar varias veces
help-flag-verify-request-seconds = Segundos para una petición a un registro
help-flag-verify-attempts = Cuántas veces se pide un mismo archivo de un registro
help-flag-verify-workers = Hilos que comprueban firmas [por defecto: uno por procesador]
help-flag-verify-json = Muestra el resultado en JSON

## Witnesses, mirrors, the machine
help-flag-witness-data = Carpeta en la que recuerda lo que refrendó
help-flag-witness-key = Su archivo de clave
help-flag-witness-policy = Un archivo tlog-policy cuyos registros vigila
help-flag-witness-log = Claves de verificación de los registros que vigila, separadas por comas
help-flag-witness-prefix = Ruta que precede a add-checkpoint, como /w1 [por defecto: ninguna]
help-flag-witness-passphrase-file = Archivo cuya primera línea es la frase de paso del archivo de clave
help-flag-mirror-passphrase-file = Archivo cuya primera línea es la frase de paso del archivo de clave
help-flag-mirror-key = Archivo de clave del propio espejo, para refrendar y para sellar los envíos
help-flag-mirror-from = Dirección del registro: la de un servidor, o la de cualquier registro C2SP con su ruta
help-flag-mirror-vkey = Clave de verificación del registro [por defecto: la que el propio registro dice la primera vez]
help-flag-mirror-once = Se pone al día con el registro una vez, y termina
help-flag-bench-data = Dónde se guarda el libro bajo carga; si no, una carpeta temporal que se borra al final
help-flag-bench-entries = Asientos a los que crece el libro antes de medir las últimas lecturas
help-flag-bench-cala = Programa compilado con el que se compara el asentar, de tests/peers/cala; sin él no se compara
help-flag-bench-postgres = Base de datos PostgreSQL vacía de esta máquina para el programa que se compara: postgres://localhost/NAME
help-flag-completions-shell = Intérprete de órdenes
help-flag-man-output = Carpeta para una página por orden

## What values of a flag mean
help-value-log-format-text = Para personas
help-value-log-format-json = Para programas: un objeto por línea
help-value-format-json = JSON Lines: un objeto por asiento, con su nota; lo lee `verify --file`
help-value-format-csv = CSV: una fila por asiento, importes en unidades menores, seguro para planillas
help-value-format-hledger = Un diario para hledger, con los saldos de los totales
help-value-oidc-second-factor-code = El código que muestra la aplicación de cada persona: el emisor solo reemplaza la contraseña
help-value-oidc-second-factor-provider = Nada: el emisor ya ha pedido lo equivalente
help-value-of-programme = Los de todo el programa
help-value-of-member = Los de cada miembro
help-value-of-tier = Los de cada nivel
help-value-of-region = Los de cada lugar
