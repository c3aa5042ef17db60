# What an error says; its English is its Display, in the code.

# Frames that several areas share: a file with what the system says, a place with what is wrong there.
fault-file = { $path }: { $error }
fault-line = línea { $line }: { $reason }
fault-line-key = línea { $line }, «{ $key }»: { $reason }
fault-as-it-is = { $text }

# What the system says, by the kinds that people meet
fault-io = { $error }
fault-io-not-found = no existe ese archivo o esa carpeta ({ $error })
fault-io-denied = falta el permiso ({ $error })
fault-io-exists = ya existe un archivo con ese nombre ({ $error })
fault-io-folder = es una carpeta, no un archivo ({ $error })
fault-io-no-folder = una parte de la ruta no es una carpeta ({ $error })
fault-io-read-only = el sistema de archivos es de solo lectura ({ $error })
fault-io-full = no queda espacio en el disco ({ $error })
fault-io-refused = la conexión fue rechazada ({ $error })
fault-io-timed-out = no respondió a tiempo ({ $error })
fault-io-cut-off = el contenido se corta antes de tiempo ({ $error })
fault-io-in-use = la dirección está ocupada ({ $error })

# The store
fault-store-newer = la base de datos tiene el esquema { $found }, que esta versión no conoce: instale la versión más nueva
fault-store-older = a la base de datos le falta el esquema { $wanted }: ábrala una vez para escribir, y quedará actualizada
fault-store-sqlite-too-old = SQLite { $found } es demasiado antiguo: se necesita { $wanted } o posterior
fault-store-held = otro está escribiendo en el libro: { $holder }
fault-store-deposed = otro proceso ha tomado la escritura de este libro
fault-store-not-writer = el libro se abrió solo para lectura
fault-store-read-only = no se puede escribir en el libro: { $error }
fault-store-disk-full = el disco está lleno: no se escribió nada y no se perdió nada
fault-store-missing = no hay ningún libro en { $path }
fault-store-row = tabla { $table }: la columna { $column } tiene un valor imposible: ejecute «countersign rebuild»
fault-store-unfinished = el libro tiene { $entries } asientos y los datos derivados llegan a { $projected }: ejecute «countersign rebuild»
fault-store-replay = al reproducir el libro no se admite el asiento { $index }: { $reason }
fault-store-goes-back = el libro de ese lugar tiene { $there } asientos y la copia { $backup }: una restauración no retrocede
fault-store-other-history = la copia es de otra historia que el libro de ese lugar: difieren en el asiento { $index }
fault-store-unsupported = { $what }
fault-store-database = base de datos: { $error }

# The people's database
fault-people-open = no se puede abrir la base de datos de personas: { $error }
fault-people-database = base de datos de personas: { $error }
fault-people-row = base de datos de personas: la tabla { $table } tiene un valor imposible
fault-people-ceremony = al registrar o comprobar una llave de acceso: { $error }
fault-people-password = no se pudo cifrar una contraseña: { $error }

# Settings
fault-config = archivo de configuración { $path }: { $cause }
fault-config-read = no se puede leer: { $error }
fault-config-too-long = tiene más de { $max } bytes
fault-config-bounds = debe ser un número entero de { $min } a { $max }
fault-config-server = debe ser http:// o https:// y un servidor, como en https://ledger.example
fault-config-database = debe ser sqlite:ARCHIVO, o postgres:// con servidor y base de datos
fault-config-mail-server = debe ser smtps://servidor, o smtp://servidor?tls=required, sin contraseña; a otra máquina nunca se va por smtp sin cifrar
fault-config-log = debe ser http:// o https:// y un servidor, como en https://ledger.example o https://host.example/some/log
fault-mail-from = el remitente del correo debe ser una dirección, como ledger@example.org
fault-mail-server = no se puede usar la dirección del servidor de correo: { $error }
fault-oidc-issuer = el emisor de OpenID Connect debe ser una dirección https sin parámetros
fault-oidc-home = para entrar por OpenID Connect hay que indicar la dirección de este servidor, por https o en la propia máquina
fault-oidc-client = el proveedor conoce a este servidor por un identificador de cliente, y no se indicó ninguno
fault-oidc-name = el nombre del proveedor debe tener de 1 a { $max } caracteres en una sola línea

# Key files and passphrases
fault-keyfile-read = no se puede leer el archivo de clave: { $error }
fault-keyfile-write = no se puede escribir el archivo de clave: { $error }
fault-keyfile-exists = ya hay un archivo con ese nombre; un archivo de clave nunca se sobrescribe
fault-keyfile-too-long = el archivo tiene más de { $max } bytes: no es un archivo de clave
fault-keyfile-other = el archivo no es un archivo de clave: { $why }
fault-keyfile-version = el archivo de clave es de la versión { $version }, y este programa conoce la versión 1
fault-keyfile-unencrypted = el archivo contiene una clave privada sin frase de contraseña; cree una clave nueva y revoque esta
fault-keyfile-header = la línea { $line } del archivo de clave debe ser «{ $key }: » y { $wanted }
fault-keyfile-token = línea { $line } del archivo de clave: { $error }
fault-keyfile-on-token = la clave está en un token, y aquí hace falta una guardada en su archivo
fault-keyfile-other-member = el encabezado se contradice: su vkey es de otro miembro
fault-keyfile-other-key = el encabezado no concuerda con la clave: su vkey es de otra
fault-keyfile-wrong-passphrase = la frase de contraseña es incorrecta, o el archivo de clave está dañado
fault-keyfile-encryption = el cifrado del archivo de clave no se puede abrir aquí: { $why }
fault-keyfile-other-algorithm = la clave del archivo es de otro algoritmo que Ed25519
fault-passphrase-empty = la frase de contraseña está vacía: un archivo de clave siempre va cifrado
fault-passphrase-too-long = la frase de contraseña tiene más de { $max } bytes: ¿es el archivo correcto?
fault-passphrase-not-text = la frase de contraseña no es texto en UTF-8
fault-passphrase-file = no se puede leer el archivo de la frase de contraseña: { $error }
fault-passphrase-no-terminal = no hay terminal donde pedir la frase de contraseña ({ $error }); indíquela con --passphrase-file o { $variable }
fault-passphrase-differ = las dos frases de contraseña no coinciden
fault-held-key = no se puede abrir una clave que guarda el servidor: { $error }
fault-held-passphrase = no se puede leer la frase de contraseña de una clave que guarda el servidor: { $error }
fault-held-foreign = { $path } contiene la clave de otro

# Tokens
fault-token-module = { $path } no se puede usar como biblioteca de un token: { $error }
fault-token-none = ningún token se llama { $label }
fault-token-many = { $found } tokens se llaman { $label }
fault-token-no-key = ninguna clave Ed25519 del token se llama { $label }
fault-token-many-keys = { $found } claves Ed25519 del token se llaman { $label }
fault-token-exists = en el token ya hay una clave que se llama { $label }
fault-token-pin = el token rechaza el PIN; se bloquea tras unos pocos errores
fault-token-locked = el token está bloqueado por demasiados PIN erróneos
fault-token-public-key = la clave pública del token no se puede leer como Ed25519
fault-token-other-key = la firma del token no es de la clave que nombra el archivo de clave
fault-token-fails = el token falla: { $error }
fault-token-uri-scheme = la clave de un token se escribe pkcs11:token=NOMBRE;object=NOMBRE
fault-token-uri-too-long = la dirección de un token tiene como máximo { $max } bytes
fault-token-uri-attribute = «{ $name }» no puede figurar en la dirección de un token: lleva token, object y, si hace falta, serial, cada uno una vez
fault-token-uri-missing = la dirección de un token debe decir { $name }=
fault-token-uri-value = el valor de «{ $name }» está vacío o no es texto

# Imported files, their rows and the mapping
fault-import-read = no se puede leer el archivo: { $error }
fault-import-no-header = el archivo está vacío: su primera línea debe nombrar las columnas
fault-import-header-encoding = línea { $line }: el encabezado no está en { $encoding }; ponga en file.encoding la codificación con que se guardó el archivo, por ejemplo "iso-8859-1"
fault-import-byte-order-mark = el archivo empieza con la marca de UTF-8, pero la correspondencia lo lee como { $encoding }; ponga "utf-8" en file.encoding
fault-import-header-too-long = el encabezado tiene más de { $max } bytes: vea si quedó una comilla sin cerrar o si file.quote está mal
fault-import-missing-column = la correspondencia no va con el archivo: row.{ $field } lee la columna «{ $column }», y el archivo tiene { $columns }
fault-import-ambiguous-column = la correspondencia no va con el archivo: row.{ $field } lee la columna «{ $column }», que el archivo tiene más de una vez
fault-row = línea { $line } (fila { $row }): { $fault }
fault-row-cells = tiene { $found } celdas y el encabezado { $expected }; vea si a un texto que contiene el separador le faltan las comillas
fault-row-encoding = la columna «{ $column }» no está en { $encoding }; corrija la celda, o ponga en file.encoding la codificación con que se guardó el archivo
fault-row-empty = la columna «{ $column }» está vacía y hace falta para { $field }; complete la celda o quite la fila
fault-row-receiver = el código de receptor «{ $key }» no está en [receivers] de la correspondencia; agréguelo allí o corrija la celda
fault-row-amount = el importe «{ $text }» { $fault }
fault-row-date = la fecha «{ $text }» no es un día escrito como «{ $format }»; corrija la celda o file.date_format
fault-row-year = la fecha «{ $text }» queda fuera de los años { $from } a { $to }; corrija la celda o file.date_format
fault-row-text-too-long = { $field }: ocupa { $bytes } bytes y el máximo es { $max }; vea si row.{ $key } lee las columnas correctas
fault-row-control = { $field }: hay un carácter de control (U+{ $code }); quítelo de la celda
fault-row-reference = la referencia «{ $text }» no tiene de 1 a { $max } caracteres ASCII visibles; corrija la celda o quite row.reference de la correspondencia
fault-row-repeated = la referencia «{ $text }» ya está en la línea { $line }; una referencia nombra un solo pago
fault-row-too-long = tiene más de { $max } bytes, y nada de lo que sigue se leyó; vea si quedó una comilla sin cerrar o si file.quote está mal
fault-row-unreadable = no se puede seguir leyendo el archivo: { $error }
fault-row-file-changed = el archivo no es el que se revisó (resumen { $previewed }, ahora { $found }); revíselo de nuevo
fault-column-receiver = el receptor
fault-column-amount = el importe
fault-column-date = la fecha
fault-column-reference = la referencia
fault-column-account = la cuenta
fault-column-purpose = la finalidad
fault-amount-not-a-number = no consta de cifras con los signos de la correspondencia; corrija la celda, o file.decimal_mark y file.thousands_mark
fault-amount-groups = tiene un separador de miles que no separa tres cifras; corrija la celda o file.thousands_mark
fault-amount-decimals = tiene { $found } decimales y la moneda { $exponent }; corrija la celda o money.exponent
fault-amount-negative = es menor que cero; lo que vuelve es una devolución, que emite su pagador: quite la fila
fault-amount-zero = es cero: quite la fila
fault-amount-too-large = supera 10^18 unidades mínimas; corrija la celda o los separadores
fault-mapping-read = no se puede leer el archivo de correspondencia: { $error }
fault-mapping-too-long = el archivo de correspondencia tiene más de { $max } bytes: ¿es el archivo correcto?
fault-mapping = archivo de correspondencia, { $flaw }

# The demonstration
fault-demo-file = no se pueden leer los depósitos: { $error }
fault-demo-unusable = la línea { $line } no sirve para la demostración: { $what }
fault-demo-total = los depósitos suman { $total }, y eso no se puede asignar

# Texts that come as English alone: the store's, a key file's, settings', a mapping's, a TOML reader's
fault-known-another-process = otro proceso
fault-known-process-since = el proceso { $process }, desde { $since }
fault-known-pg-dump = PostgreSQL se respalda con pg_dump: vea docs/OPERATIONS.md
fault-known-pg-restore = PostgreSQL se restaura con pg_restore: vea docs/OPERATIONS.md
fault-known-backup-path = la ruta de una copia de seguridad va en UTF-8
fault-known-stands-still = los datos ya están fijados
fault-known-page-limit = solo una base de datos SQLite tiene un límite de páginas
fault-known-no-begin = le falta la línea «-----BEGIN»
fault-known-token-and-key = nombra un token y además contiene una clave
fault-known-line-too-many = sobra una línea antes de la clave
fault-known-first-line = su primera línea no lo dice
fault-known-header-breaks = el encabezado está cortado
fault-known-pem = no se puede leer su PEM
fault-known-pem-other = su PEM no es una clave privada cifrada
fault-known-pkcs8 = su PEM no es una clave PKCS#8 cifrada
fault-known-no-token = no nombra ningún token
fault-known-not-text = no es texto
fault-known-not-encrypted = la clave no se puede cifrar
fault-known-too-dear = abrirlo costaría demasiado
fault-known-only-pbes2 = solo se admite PBES2
fault-known-only-scrypt = solo se admiten scrypt y PBKDF2
fault-known-log-filter = debe ser un nivel o módulo=nivel, separados por comas
fault-known-log-filter-error = debe ser un nivel o módulo=nivel, separados por comas: { $error }
fault-known-header-name = debe ser el nombre de un encabezado HTTP
fault-known-programmes = deben ser nombres de programas, no «{ $name }»
fault-known-names-needed = debe ser true: las columnas se reconocen por su nombre
fault-known-single = debe ser un solo carácter
fault-known-separator = debe ser un carácter ASCII que no sea letra, cifra ni fin de línea
fault-known-delimiter-too = es también el separador
fault-known-encoding = no es una codificación; pruebe "utf-8", "iso-8859-1", "gbk" o "utf-16le"
fault-known-mark = no puede ser una letra, una cifra, un signo ni un carácter de control
fault-known-decimal-mark-too = es también el signo decimal
fault-known-up-to = debe ser de 0 a { $max }
fault-known-date-format = no da un día completo con año, mes y día; por ejemplo "%d/%m/%Y"
fault-known-empty = no debe estar vacío
fault-known-currency = deben ser tres letras mayúsculas, como en ISO 4217
fault-known-brace-open = a «{"{"}{ $rest }» le falta la llave de cierre
fault-known-no-column = «{"{"}{ $column }{"}"}» no nombra ninguna columna
fault-known-brace-lone = hay «{"}"}» sin su «{"{"}»; una llave en el texto se escribe «{"}}"}»
fault-known-leave-out = está vacío: mejor quite la clave de configuración
fault-known-field-one-of = no existe la clave «{ $name }»; aquí se admiten { $wanted }
fault-known-field = no existe la clave «{ $name }»; aquí se admite { $wanted }
fault-known-variant-one-of = el valor «{ $name }» no se admite; debe ser uno de { $wanted }
fault-known-variant = el valor «{ $name }» no se admite; debe ser { $wanted }
fault-known-field-missing = falta la clave «{ $name }»
fault-known-type = tipo incorrecto: hay { $found } y debe haber { $wanted }
fault-known-value = valor incorrecto: hay { $found } y debe haber { $wanted }
fault-known-key-twice = la clave está repetida

# What a field's value should have been
fault-wanted-member = un nombre en ASCII minúsculo, como county.example/finance
fault-wanted-programme = un nombre de letras minúsculas, cifras, puntos y guiones
fault-wanted-origin = el nombre de un libro en ASCII minúsculo, como relief.example
fault-wanted-person = un identificador opaco de 1 a 32 letras minúsculas, cifras y guiones
fault-wanted-reference = de 1 a 64 caracteres ASCII sin espacios
fault-wanted-code = un código de letras minúsculas, cifras, puntos y guiones
fault-wanted-currency = tres letras mayúsculas (ISO 4217)
fault-wanted-exponent = una cifra de 0 a 4
fault-wanted-ledger = <nombre del libro>/<16 cifras hexadecimales de su asiento inicial>
fault-wanted-function = auditor, bank, finance, office u operator
fault-wanted-yes = yes, o ninguna línea
fault-wanted-vote = yes o no
fault-wanted-direction = supplement (aumento) o cut (recorte)
fault-wanted-basis = cash (dinero) o limit (cupos)
fault-wanted-payees = any (cualquier miembro) o tree (solo los que dependen de uno)
fault-wanted-count = un número entero de 1 a 16
fault-wanted-tier = un número entero de 0 a 9
fault-wanted-days = un número entero de 0 a 3660
fault-wanted-index = un lugar en el registro
fault-wanted-version = una versión de 1 a 9999
fault-wanted-day = un día AAAA-MM-DD entre 1900 y 2999
fault-wanted-moment = una hora UTC AAAA-MM-DDThh:mm:ssZ
fault-wanted-offset = una diferencia con UTC, +hh:mm o -hh:mm
fault-wanted-prose = de 1 a 280 bytes de texto NFC en una línea, sin caracteres de control ni sin asignar
fault-wanted-strong-key = una clave pública Ed25519 de orden grande: base64 de 01 y 32 bytes
fault-wanted-public-key = base64 del byte 01 y una clave pública Ed25519
fault-wanted-key-id = 8 cifras hexadecimales minúsculas
fault-wanted-roles = algunos de administer,audit,clock,confirm,pay en este orden, unidos por comas
fault-wanted-enrolment = <persona> <permisos> <clave pública>
fault-wanted-other-person = una persona que no sea «recovery», nombre reservado a la clave de recuperación
fault-wanted-continues = <nombre del registro> <tamaño desde 1> <raíz en base64>
fault-wanted-amount = un número entero de 1 a 10^18, en unidades mínimas
fault-wanted-amount-or-zero = un número entero de 0 a 10^18, en unidades mínimas
fault-wanted-parts = partes por millón, de 0 a 1000000
fault-wanted-threshold = <importe> <personas, de 2 a 9>
fault-wanted-budget-line = <fondo> <importe>
fault-wanted-hash = 64 cifras hexadecimales minúsculas
fault-wanted-node = <identidad>/<tramo>, el tramo de 0 a 15
fault-wanted-source = <identidad>/<tramo> <importe>
fault-wanted-attachment = <resumen> <bytes> <tipo de medio>
fault-wanted-party-key = la clave de un miembro, de tipo 01 (Ed25519)
fault-wanted-fewer = menos líneas, ninguna repetida
fault-wanted-key-name = un nombre de 1 a 255 bytes sin espacios ni «+»
fault-wanted-vkey = <nombre>+<8 cifras hexadecimales>+<base64 de tipo y clave>
fault-wanted-key-kind = una clave de tipo 01 (Ed25519) o 04 (refrendo Ed25519)
fault-wanted-own-id = una clave de verificación cuyo identificador sea el suyo
fault-wanted-tile = tile/<nivel>/<índice> o tile/entries/<índice>, con .p/<ancho> si es parcial
fault-wanted-root = base64 de un resumen de 32 bytes
fault-wanted-32-bytes = un resumen de 32 bytes
fault-wanted-answer-code = un código de letras minúsculas, cifras y guiones

# Texts of entries, and the signatures below them
fault-note-too-long = la nota tiene { $bytes } bytes y se permiten { $max }
fault-note-not-utf8 = la nota no está en UTF-8: el byte { $at } no se puede leer
fault-note-no-signatures = ninguna línea vacía separa el texto de sus firmas, o la última línea no termina
fault-note-text-too-long = el texto tiene { $bytes } bytes y se permiten { $max }
fault-note-signature-line = línea de firma { $line }: debe ser «— <nombre> <base64 del identificador de clave y la firma>»
fault-note-signature-order = línea de firma { $line }: van por orden de nombre e identificador de clave, ninguna dos veces
fault-note-signer-count = el texto habla de { $said } firmantes y la nota tiene { $found } líneas de firma
fault-grammar-not-an-entry = línea 1: debe ser «countersign/v1/<clase>»
fault-grammar-version = línea 1: aquí no se conoce la versión «{ $version }»: hacen falta reglas más nuevas
fault-grammar-kind = línea 1: aquí no se conoce la clase «{ $kind }»: hacen falta reglas más nuevas
fault-grammar-field-expected = línea { $line }: aquí va el campo «{ $field }»
fault-grammar-field-invalid = línea { $line }: campo «{ $field }»: debe ser { $wanted }
fault-grammar-field-repeats = línea { $line }: campo «{ $field }»: como máximo { $max } líneas, en orden ascendente, ninguna repetida
fault-grammar-trailing = línea { $line }: nada puede seguir al último campo
fault-grammar-not-canonical = el texto no está escrito en su única forma canónica
fault-signature-key-unknown = aquí no se conoce la clave { $id } de { $name }
fault-signature-invalid = la firma de { $name } con la clave { $id } no corresponde a este texto

# Texts that come as English alone: the log's parts
fault-known-says-key = que la clave del registro es { $key }
fault-known-says-log = que el registro es { $log }
fault-known-no-key-served = el registro no publica ninguna
fault-known-stored-root = los asientos guardados dan otra raíz
fault-known-the-log = el registro { $log }
fault-known-the-member = el miembro { $member }
fault-known-extra = base64 de 16384 bytes como máximo
fault-known-index = «index» y un número decimal
fault-known-hashes = como máximo 63 resúmenes y una línea vacía
fault-known-log-line = «log» y el nombre del registro
fault-known-time-line = «time» y una hora UTC
fault-known-size-line = «size» y un número decimal
fault-known-shorter = un archivo más corto
fault-known-code-line = «code» y el código de un rechazo
fault-known-evidence-kind = una clase de prueba que se conozca aquí
fault-known-nothing-behind = nada tras la última parte
fault-known-answer-number = el número de una respuesta
fault-known-answer-of = el número de una de las respuestas
fault-known-root-line = «root» y un resumen
fault-known-accepts-nothing = la respuesta no acepta nada
fault-known-other-index = la prueba es de otro lugar
fault-known-stands-right = el asiento está donde debe
fault-known-no-tick = el asiento no es una marca del reloj
fault-known-tick-not-past = la marca del reloj no es posterior a la respuesta
fault-known-both-true = las dos respuestas pueden ser ciertas
fault-known-no-cosigner = ningún testigo conocido lo vio sin el asiento después del plazo
fault-known-refuses-nothing = la respuesta no rechaza nada
fault-known-other-submission = lo rechazado fue otro envío
fault-known-continues = el árbol posterior continúa el anterior
fault-known-readable = el asiento se puede leer
fault-known-of-the-log = es del registro { $log }

# How to mend what keeps a log from being published
fault-mend-newest-back = No se firmó nada. Reponga el estado más nuevo del libro, o tome de un espejo los asientos que faltan con «countersign submit». Si se perdieron para siempre, dígalo en público y funde un libro nuevo: este registro no puede seguir. Más en docs/OPERATIONS.md, «The log».
fault-mend-kept = Indique con --checkpoint-key la clave que lo firmó, o con --checkpoint-kept el archivo de este libro.
fault-mend-other-key = Indique con --checkpoint-key el archivo de clave que creó «countersign init».
fault-mend-new-folder = Indique una carpeta que todavía no exista.
fault-mend-witness-key = Una clave que firma otros textos podría firmar por engaño un punto de control. Pida al testigo una clave hecha para esto y póngala en la política.
fault-mend-other-tile = ¿Se repuso un estado anterior del libro? Entonces reponga el más nuevo. Si solo está dañado el archivo, bórrelo: se hace de nuevo a partir de los asientos.

# What the log publishes: notes, checkpoints, tiles, bundles, proofs, answers, evidence
fault-place = { $place }: { $error }
fault-signed-note-too-long = la nota tiene { $bytes } bytes, demasiados
fault-signed-note-control = la nota tiene un carácter de control en el byte { $at }
fault-signed-note-no-signatures = ninguna línea vacía separa el texto de sus firmas
fault-signed-note-too-many = hay más de { $max } líneas de firma
fault-verify-none-known = ninguna de las firmas es de una clave que se conozca aquí
fault-verify-ambiguous = dos claves conocidas de { $name } tienen el mismo identificador { $id }
fault-checkpoint-text = el texto de un punto de control tiene tres líneas: el nombre del registro, el tamaño y la raíz en base64
fault-checkpoint-other-log = el punto de control es del registro { $found }, no de { $wanted }
fault-checkpoint-unknown-log = aquí no se conoce ninguna clave del registro { $found }
fault-checkpoint-log-missing = falta la firma del propio registro
fault-tile = una tesela tiene de 1 a 256 resúmenes de 32 bytes, y aquí hay { $bytes } bytes
fault-edge = el borde de un árbol de { $size } asientos tiene { $wanted } resúmenes, y se dan { $found }
fault-bundle-cut-off = el asiento { $entry } del paquete está cortado
fault-bundle-count = el paquete tiene { $found } asientos o más, y debería tener { $wanted }
fault-bundle-entry-too-long = un asiento tiene { $bytes } bytes, y en un paquete caben 65535 como máximo
fault-proof-outside = el lugar { $index } queda fuera de un árbol de { $size } asientos
fault-proof-sizes = no se puede probar que un árbol de { $later } asientos continúe uno de { $earlier }
fault-proof-length = la prueba tiene { $found } resúmenes y necesita { $wanted }
fault-proof-root = la prueba lleva a otra raíz
fault-proof-earlier-root = la prueba lleva a otra raíz del árbol anterior
fault-proof-node = no se puede leer un resumen del árbol: { $error }
fault-proof-file-too-long = el archivo de prueba tiene { $bytes } bytes, demasiados
fault-proof-file-line = línea { $line }: debe haber { $wanted }
fault-answers-line = respuestas, línea { $line }: debe haber { $wanted }
fault-answers-count = hay { $found } respuestas y debe haber de 1 a { $max }
fault-answers-beyond-size = la respuesta { $answer } queda más allá del tamaño que dice la nota
fault-answers-other-log = las respuestas son del registro { $found }, no de { $wanted }
fault-evidence-form = archivo de prueba: debe haber { $wanted }
fault-evidence-consistent = no hay contradicción: { $why }

# Policies
fault-policy = política, línea { $line }: { $problem }
fault-policy-too-long = el archivo tiene más de { $max } bytes
fault-policy-bytes = no está en UTF-8, o tiene un carácter de control que no es un tabulador
fault-policy-no-line-feed = la línea no termina
fault-policy-keyword = debe ser log, witness, group o quorum, y dice «{ $word }»
fault-policy-form = debe decir «{ $form }»
fault-policy-key = la clave: debe ser { $wanted }
fault-policy-key-kind = la clave de un registro es de tipo 01; la de un testigo, de tipo 04
fault-policy-key-twice = esta clave pública ya está en la línea { $line }
fault-policy-name-taken = el nombre «{ $name }» ya está en uso
fault-policy-name-unknown = ninguna línea anterior define el nombre «{ $name }»
fault-policy-member-twice = «{ $name }» ya pertenece a un grupo
fault-policy-threshold = el umbral es any, all o un número del 1 al { $max }
fault-policy-quorum-twice = hay un segundo quórum
fault-policy-quorum-missing = falta la línea quorum
fault-policy-too-many = hay más de { $max } registros, testigos o grupos

# A log that is read from afar, or from a folder of its tiles
fault-departure-checkpoint-malformed = { $place }: no es un punto de control: { $error }
fault-departure-quorum = el punto de control de { $size } asientos tiene { $seen } de { $of } testigos, y no se alcanza el quórum de la política
fault-departure-genesis = el asiento 0 dice { $said }, y el punto de control es de { $found }
fault-departure-tile-width = { $path }: tiene { $found } resúmenes
fault-departure-tile-differs = { $path }: sus resúmenes no son los del árbol del punto de control
fault-departure-root = las teselas dan otra raíz que el punto de control de { $size } asientos: { $found }, no { $root }
fault-departure-entry = el asiento { $index } ({ $path }) no es el del árbol del punto de control
fault-departure-key-changed = el punto de control de { $known } no está firmado con la clave que el registro tiene ahora: { $error }
fault-departure-other-log = es el registro { $found }, y el conocido es { $known }
fault-departure-went-back = el registro retrocedió: antes firmó { $known } asientos y ahora muestra { $found }
fault-departure-forked = el registro tiene dos historias: sus primeros { $size } asientos no son los que se firmaron antes
fault-fetch-missing = { $place }: no existe
fault-fetch-too-long = { $place }: cortado tras { $max } bytes, y seguían llegando más
fault-fetch-timed-out = { $place }: no llegó a tiempo; { $attempts ->
    [one] un intento
   *[other] { $attempts } intentos
}
fault-fetch-broken = { $place }: falla la conexión; { $attempts ->
    [one] un intento
   *[other] { $attempts } intentos
}: { $error }
fault-fetch-failing = { $place }: el servidor responde { $status }; { $attempts ->
    [one] un intento
   *[other] { $attempts } intentos
}

# Replays
fault-wrong = el asiento { $index } está mal ({ $code }): { $fault }
fault-wrong-place = el registro sigue en el lugar { $expected }: falta un asiento, o está dos veces
fault-wrong-identity = la copia lo llama { $said }, que no es la identidad de su texto
fault-wrong-unbalanced = sus cambios en los totales no cuadran por { $by } unidades mínimas
fault-stop-newer-rules = comprobado hasta el asiento { $verified }; después hacen falta reglas más nuevas: { $fault }
fault-stop-look-on = no se puede escribir lo comprobado: { $error }
fault-stop-worker-lost = un hilo de la comprobación terminó antes de tiempo
fault-source-io = no se pueden leer las notas: { $error }
fault-source-line = la línea { $line } no es un asiento de una exportación JSON Lines: { $reason }
fault-source-store = no se puede leer el libro: { $error }

# Refusals that name whom, which or how much
fault-refusal-already-admitted = este asiento ya fue admitido, en el lugar { $index }
fault-refusal-ref-reused = la referencia ya se usó con otro texto, en el lugar { $index }
fault-refusal-member-unknown = { $name } no es miembro
fault-refusal-key-unknown = la clave { $id } no está inscrita para { $member }
fault-refusal-key-revoked = la clave { $id } de { $member } está revocada desde el asiento { $index }
fault-refusal-time-ahead = la hora de la firma va más de 10 minutos por delante de la hora del libro, { $clock }
fault-refusal-signer-foreign = { $member } no tiene parte en este asiento y no puede firmarlo
fault-refusal-role-missing = firmó una clave de { $member } sin el permiso «{ $role }»
fault-refusal-possession-unproven = la clave nueva { $id } no firmó
fault-refusal-function-differs = { $member } no puede hacer esto: lo hace un miembro cuya función es «{ $wanted }»
fault-refusal-clock-back = el reloj del libro está en { $clock } y no retrocede
fault-refusal-programme-unknown = no hay ningún programa { $name }
fault-refusal-programme-foreign = solo el dueño del programa, { $owner }, puede hacer esto
fault-refusal-year-not-ended = el año del programa termina el { $ends }: el dinero se traspasa después
fault-refusal-member-frozen = { $member } está congelado: no puede pagar
fault-refusal-occurred-ahead = el día del hecho es posterior al de la firma, { $signed }
fault-refusal-period-closed = los libros están cerrados hasta el { $through }: ponga «late yes» y que firmen dos personas
fault-refusal-signers-too-few = por { $member } firmaron { $found } personas distintas y hacen falta { $wanted }
fault-refusal-cited-unknown = aquí no hay ningún asiento { $identity }
fault-refusal-node-unknown = aquí no hay ningún origen de dinero { $node }
fault-refusal-time-before-cited = la hora de la firma es más de 10 minutos anterior a la de un asiento que cita, { $cited }
fault-refusal-node-foreign = el dinero lo tiene { $holder }
fault-refusal-sources-differ = las partidas suman { $sum }, no el importe
fault-refusal-beyond-contested = solo hay { $contested } en disputa
fault-refusal-beyond-node = en el origen { $node } solo quedan { $held }
fault-refusal-beyond-open = en el envío solo siguen abiertos { $open }
fault-refusal-beyond-received = de lo recibido solo quedan { $available } que se puedan retirar
fault-refusal-beyond-missing = en el envío solo faltan { $missing }
fault-refusal-beyond-spent = de ese origen solo se gastaron { $spent }
fault-refusal-beyond-appropriated = solo se asignaron { $appropriated }
fault-refusal-beyond-tolerance = en este envío solo se pueden cargar { $tolerated } más de comisión
fault-refusal-parent-not-above = el superior { $parent } no está en un nivel por encima del miembro
fault-refusal-votes-missing = { $yes } de { $of } instituciones están a favor, y hace falta más de la mitad
fault-refusal-key-id-taken = bajo ese nombre ya hay una clave con el identificador { $id }
fault-refusal-role-unfilled = nadie tendría el permiso «{ $role }»
fault-refusal-rules-unknown = aquí no se conoce la versión { $version } de las reglas: hacen falta reglas más nuevas

# Sending entries, and what hangs on them
fault-submit-key-reserved = la clave es la del testigo { $witness }: inscriba otra
fault-submit-busy = la cola está llena: envíelo de nuevo en { $seconds } s
fault-submit-failed = no se escribió nada, envíelo de nuevo: { $error }
fault-submit-stopped = el servidor se está deteniendo: envíelo de nuevo más tarde
fault-client-unreachable = { $server } no responde: { $error }
fault-client-declined = { $title } ({ $code })
fault-client-unreadable = no se puede leer la respuesta del servidor: { $error }
fault-draw-too-little = para esto solo hay { $held } unidades mínimas y se quieren { $wanted }
fault-draw-too-scattered = harían falta más de { $max } orígenes: quedan { $left } unidades mínimas sin cubrir
fault-document-missing = no hay ningún documento { $document }
fault-document-differs = el archivo del documento { $document } no es el que nombra su asiento
fault-document-too-large = el documento es demasiado grande
fault-document-kind = el documento no es JPEG, PNG, WebP ni PDF
fault-document-broken = no se puede leer el documento
fault-sheet-too-large = la planilla es demasiado grande
fault-sheet-too-many-rows = la planilla tiene demasiadas filas
fault-sheet-unreadable = no se puede leer la planilla
fault-sheet-empty = la planilla está vacía
fault-sheet-column = en la planilla falta la columna «{ $column }», o hay más de una

# The server, its log, a mirror, a witness
fault-serve-in-use = { $address } está ocupado: otro programa escucha allí; deténgalo, o elija otra dirección con --listen
fault-serve-bind = no se puede escuchar en { $address }: { $error }
fault-serve-stop = al detenerse: { $error }
fault-log-shorter = el libro tiene { $entries } asientos, pero en { $kept } consta un punto de control firmado de { $published }: se repuso un estado anterior del libro, o el punto de control es de otro
fault-log-other-history = los primeros { $size } asientos del libro no son los del punto de control firmado que consta en { $kept }: dan otra raíz, así que en su lugar hay otra historia
fault-log-kept = { $kept }: no es un punto de control de este registro con su clave: { $reason }
fault-log-other-key = el asiento inicial nombra como clave del registro otra que la indicada
fault-log-witness-key = el testigo { $witness } usa una clave ajena, de { $whose }: un testigo necesita una clave propia
fault-log-other-tile = { $path }: esta tesela se hizo con otros asientos que los que el libro tiene ahora
fault-log-inconsistent = el árbol de { $size } asientos no continúa el de { $signed } que se firmó: { $reason }
fault-log-entry-missing = no se puede leer el asiento { $index }
fault-log-not-empty = { $path } no está vacía
fault-log-bundle = no se puede escribir un paquete de asientos: { $error }
fault-log-disk-full = el disco está lleno: no se publica nada nuevo hasta que haya espacio
fault-mirror-no-key = no se puede obtener la clave del registro: { $why }
fault-mirror-other-log = esta carpeta guarda el registro { $kept }, no { $named }
fault-mirror-own-key = la clave del espejo es la del registro: un espejo necesita una clave propia
fault-mirror-stuck = { $what } ({ $code })
fault-witness-held = { $path }: otro testigo está usando esta carpeta
fault-witness-memory = { $path }: no es un punto de control que este testigo haya refrendado: { $reason }
fault-witness-no-log = no se nombra ningún registro
fault-witness-log-key-kind = la clave de { $log } no es de tipo 01 (Ed25519), como la de un registro
fault-witness-own-key = la clave del testigo es la del registro { $log }: un testigo necesita una clave propia

# Sums that a store holds otherwise than the entries say; a term is called as the API spells it
fault-tally-differs = totales de { $programme } ({ $whose }, { $month }): { $term } es { $recomputed } según los asientos, y la base guarda { $stored }
fault-all-months = todos los meses
fault-sum-differs = { $row }: { $term } es { $recomputed } según los asientos, y la base guarda { $stored }
fault-sum-flow = lo enviado por { $payer } a { $payee } en { $programme }
fault-sum-arrivals = lo que llegó en { $programme } ({ $whose })
fault-sum-findings = hallazgos { $code } en { $programme } sobre { $member }
fault-sum-findings-all = todos los hallazgos { $code } en { $programme }
fault-whose-programme = todo el programa
fault-whose-member = miembro { $member }
fault-whose-tier = nivel { $tier }
fault-whose-region = región { $region }
