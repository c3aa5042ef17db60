### Lo que se dice mientras el equipo del lector comprueba un asiento.

verify-title = Comprobar este asiento
verify-title-files = Comprobar un asiento
verify-link = Comprobar este asiento por su cuenta
verify-lead = Su propio equipo comprueba qué se firmó y si consta en el registro público. No se envía nada a nadie, y la palabra de este servidor no basta.
verify-no-script = La comprobación de esta página necesita JavaScript y WebAssembly, y en este momento la página no los tiene. La línea de comandos hace lo mismo y más.

## El formulario

verify-start = Comprobar ahora
verify-again = Comprobar de nuevo
verify-files = Archivos de prueba
verify-files-hint = Elija o suelte archivos .tlog-proof. La firma se comprueba si el asiento que inscribió la clave está entre ellos o se puede descargar. Una vez abierta esta página, funciona sin conexión.
verify-trust = La clave del registro y la política en las que usted confía
verify-trust-hint = Aquí está lo que este servidor dice de sí mismo. Vale más si pone lo que anotó antes o lo que le dio otra persona: la clave de un registro, o una política tlog-policy con testigos y quórum.
verify-fetching = Descargando la prueba …
verify-unreachable = No se pudo descargar la prueba: { $why }. Aun así se puede comprobar un archivo de prueba.

## El resultado

verify-holds = se cumple
verify-fails = falla
verify-open = sin comprobar
verify-all-hold = Todas las comprobaciones se cumplen.
verify-some-fail = Una comprobación falla. No se fíe de este asiento o de este archivo tal como está.
verify-some-open = Lo que pudo comprobarse se cumple; algo no pudo comprobarse.
verify-took = Comprobado en este equipo en { $ms } ms.
verify-trust-bad = Lo que usted puso no se puede leer como clave de un registro ni como tlog-policy: { $why }
verify-proof-bad = El archivo no es la prueba de un asiento: { $why }
verify-note-missing = La prueba no contiene el asiento mismo, así que no hay con qué compararla.
verify-form = El texto es un asiento, y cada byte está donde lo pide el formato: { $kind }, de { $author }.
verify-form-bad = El texto no es un asiento como lo pide el formato: { $why }
verify-identity = Su identidad, la huella de su texto, es { $identity }.
verify-identity-same = Su identidad, la huella de su texto, es la de la dirección de esta página.
verify-identity-bad = No es el asiento de esta página: su identidad es { $identity }.
verify-signature = Firmado por { $name } con la clave { $key }. Que esa clave es de ese nombre lo dice el asiento { $index } del registro, que también se descargó y se comprobó.
verify-signature-own = Firmado por { $name } con la clave { $key }, que el propio asiento incorpora al libro.
verify-signature-bad = La firma de { $name } con la clave { $key } no corresponde a este texto: alguien cambió uno de los dos.
verify-signature-open = Firmado en nombre de { $name } con la clave { $key }. El asiento que inscribió la clave no está a mano, así que la firma no se comprobó.
verify-included = Es el asiento { $index } de los { $size } del registro { $log }: contando desde 0, la prueba lleva de él a la raíz del punto de control.
verify-included-bad = La prueba no lleva de este asiento, en el lugar { $index } de { $size }, a la raíz del punto de control: { $why }
verify-log = El punto de control está firmado con la clave del registro en que usted confía, { $key }.
verify-log-bad = El punto de control no es de fiar: { $why }
verify-witness = { $name } vio este punto de control y lo refrendó el { $time }.
verify-quorum = Se alcanza el quórum de testigos de la política.
verify-quorum-none = Su política no pide ningún testigo: que a todos se les muestre el mismo registro lo dice solo quien lo lleva.
verify-quorum-bad = No se alcanza el quórum de testigos de la política: { $why }

## Por qué falla una comprobación

why-line = línea { $line }: { $what }
why-status = el servidor respondió { $status } en { $address }
why-no-answer = el servidor no respondió
why-too-long = es más largo de lo que permite el formato
why-not-text = no es texto simple en UTF-8
why-no-signatures = ninguna línea vacía separa el texto de sus firmas
why-signature-line = la línea de firma { $number } no se puede leer
why-signature-order = la línea de firma { $number } está fuera de orden o repetida
why-signature-count = el texto habla de { $said } firmas y debajo hay { $found }
why-not-an-entry = así no empieza ningún asiento de Countersign
why-version-unknown = aquí no se conoce la versión { $version } del formato
why-kind-unknown = aquí no se conoce la clase de asiento «{ $kind }»
why-field-expected = falta el campo «{ $field }»
why-field-invalid = el campo «{ $field }» no está escrito como pide el formato
why-field-repeats = el campo «{ $field }» figura más de { $limit } veces, repetido o fuera de orden
why-trailing = nada puede seguir al último campo
why-not-canonical = el formato tiene una sola manera de escribirlo, y es otra
why-proof-line = un archivo de prueba tiene otra cosa aquí
why-checkpoint-text = un punto de control tiene tres líneas: el nombre del registro, su tamaño y su raíz
why-other-log = es del registro { $found }, no de { $wanted }
why-log-unknown = usted no ha puesto ninguna clave del registro { $found }
why-log-missing = falta la firma del propio registro
why-none-known = ninguna de sus firmas es de una clave en la que usted confía
why-signature-invalid = la firma de { $name } con la clave { $key } no corresponde al texto
why-keys-share-id = dos claves de { $name } tienen el mismo identificador { $key }
why-index-outside = ese lugar no existe en el registro
why-path-length = la prueba tiene { $found } resúmenes y necesita { $wanted }
why-other-root = lleva a otra raíz
why-cut-off = un asiento está cortado
why-other-count = asientos encontrados: { $found }; debería haber { $wanted }
why-witnesses = { $seen } de { $of } testigos
why-keyword = empieza con «{ $word }», y no con log, witness, group o quorum
why-policy-form = debería decir «{ $form }»
why-key-unreadable = la clave no se puede leer
why-key-kind = la clave de un registro es de tipo 01; la de un testigo, de tipo 04
why-key-twice = esta clave ya está en la línea { $other }
why-name-taken = el nombre «{ $name }» ya está en uso
why-name-unknown = nada de lo anterior se llama «{ $name }»
why-member-twice = «{ $name }» ya pertenece a un grupo
why-threshold = un grupo admite any, all o un número del 1 al { $limit }
why-quorum-twice = hay un segundo quórum
why-quorum-missing = ninguna línea dice qué quórum se pide
why-too-many = hay más registros, testigos o grupos de los que se leen

## Lo que significa

verify-proves = Lo que esto prueba
verify-proves-text = Quien tiene las claves de arriba firmó exactamente este texto. Desde entonces no se cambió ni un byte.
verify-proves-log = Quien lleva el registro se comprometió a tenerlo en este lugar. No puede quitarse ni cambiarse sin contradecir una firma que usted tiene en el archivo.
verify-proves-not = Lo que no prueba
verify-proves-not-true = Que lo firmado sea verdad: a dos partes que mienten igual las descubren los bancos, los beneficiarios y los controles sobre el terreno.
verify-proves-not-rules = Que el asiento cumpla las reglas del libro, que sus sumas cuadren, o que la clave no estuviera revocada antes de firmar: para eso hace falta el registro entero, y lo comprueban la línea de comandos y cada espejo.
verify-proves-not-server = Que esta página sea honrada: vino del servidor que comprueba. Una copia que usted guarda, la línea de comandos o un espejo de otra institución no dependen de él.

## Con la línea de comandos

verify-elsewhere = Con la línea de comandos, sin esta página
verify-elsewhere-about = La misma comprobación con el programa countersign, sobre un archivo que usted guarda; no necesita red.
verify-commands = Órdenes
verify-elsewhere-key = Obtenga la clave del registro también por otra vía, como un periódico, un colega o una copia impresa del año pasado: una clave que solo da este servidor prueba poco.
verify-elsewhere-whole = Con la dirección del registro o una carpeta de sus teselas en lugar del archivo se comprueban todos los asientos, todas las firmas, todas las reglas y todas las sumas.
verify-elsewhere-tools = Los formatos son signed note, tlog-tiles y tlog-proof de C2SP: también los leen herramientas ajenas.
