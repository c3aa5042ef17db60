### Lo que se dice mientras la máquina del lector comprueba un asiento.

verify-title = Comprobar este asiento
verify-title-files = Comprobar un asiento
verify-link = Compruebe usted este asiento
verify-lead = Su propia máquina comprueba qué se firmó y si está en el registro público. No se envía nada a nadie, y no se cree la palabra de este servidor.
verify-no-script = La comprobación de esta página necesita JavaScript y WebAssembly, y la página no los tiene ahora. La línea de órdenes hace lo mismo y más.

## El formulario

verify-start = Comprobar ahora
verify-again = Comprobar de nuevo
verify-files = Archivos de prueba
verify-files-hint = Elija o suelte archivos .tlog-proof. La firma de un asiento se comprueba si el asiento que inscribió la clave está entre ellos o puede traerse. Funciona sin conexión una vez abierta esta página.
verify-trust = La clave del registro y la política en que usted confía
verify-trust-hint = Aquí está lo que este servidor dice de sí mismo. Vale más si pone lo que anotó antes o lo que le dio otra persona: la clave de un registro, o una política tlog-policy con testigos y quórum.
verify-fetching = Trayendo la prueba …
verify-unreachable = No se pudo traer la prueba: { $why }. Aun así puede comprobarse un archivo de prueba.

## El resultado

verify-holds = se cumple
verify-fails = falla
verify-open = sin comprobar
verify-all-hold = Todas las comprobaciones se cumplen.
verify-some-fail = Una comprobación falla. No se fíe de este asiento o de este archivo tal como está.
verify-some-open = Lo que pudo comprobarse se cumple; algo no pudo comprobarse.
verify-took = Comprobado en esta máquina en { $ms } ms.
verify-trust-bad = Lo que usted puso no puede leerse como clave de un registro ni como tlog-policy: { $why }
verify-proof-bad = El archivo no es la prueba de un asiento: { $why }
verify-note-missing = La prueba no lleva el asiento mismo, así que no hay con qué compararla.
verify-form = El texto es un asiento, y cada byte está donde el formato lo quiere: { $kind } de { $author }.
verify-form-bad = El texto no es un asiento como lo quiere el formato: { $why }
verify-identity = Su identidad, la huella de su texto, es { $identity }.
verify-identity-same = Su identidad, la huella de su texto, es la de la dirección de esta página.
verify-identity-bad = No es el asiento de esta página: su identidad es { $identity }.
verify-signature = Firmado por { $name } con la clave { $key }. Que esa clave es de ese nombre lo dice el asiento { $index } del registro, que también se trajo y se comprobó.
verify-signature-own = Firmado por { $name } con la clave { $key }, que el propio asiento trae al libro.
verify-signature-bad = La firma de { $name } con la clave { $key } no corresponde a este texto: uno de los dos fue cambiado.
verify-signature-open = Firmado en nombre de { $name } con la clave { $key }. El asiento que inscribió la clave no está a mano, así que la firma no se comprobó.
verify-included = Es el asiento { $index } de los { $size } del registro { $log }: contando desde 0, la prueba lleva de él a la raíz del punto de control.
verify-included-bad = La prueba no lleva de este asiento, en el lugar { $index } de { $size }, a la raíz del punto de control: { $why }
verify-log = El punto de control está firmado con la clave del registro en que usted confía, { $key }.
verify-log-bad = El punto de control no es uno en que pueda confiar: { $why }
verify-witness = { $name } vio este punto de control y lo firmó también el { $time }.
verify-quorum = Se alcanza el quórum de testigos de la política.
verify-quorum-none = Su política no pide ningún testigo: que a todos se les muestre el mismo registro lo dice solo quien lo lleva.
verify-quorum-bad = No se alcanza el quórum de testigos de la política: { $why }

## Lo que significa

verify-proves = Lo que esto prueba
verify-proves-text = Quien tiene las claves de arriba firmó exactamente este texto. Desde entonces no se cambió ni un byte.
verify-proves-log = Quien lleva el registro se comprometió a tenerlo en este lugar. No puede quitarse ni cambiarse sin contradecir una firma que usted tiene en el archivo.
verify-proves-not = Lo que no prueba
verify-proves-not-true = Que lo firmado sea verdad: a dos partes que mienten igual las descubren los bancos, los destinatarios y los controles en el terreno.
verify-proves-not-rules = Que el asiento cumpla las reglas del libro, que sus sumas cuadren, o que la clave no estuviera revocada antes de firmar: para eso hace falta el registro entero, y lo comprueban la línea de órdenes y cada espejo.
verify-proves-not-server = Que esta página sea honrada: vino del servidor que comprueba. Una copia que usted guarda, la línea de órdenes o un espejo de otra casa no dependen de él.

## Con la línea de órdenes

verify-elsewhere = Con la línea de órdenes, sin esta página
verify-elsewhere-about = La misma comprobación con el programa countersign, sobre un archivo que usted guarda; no necesita red.
verify-commands = Órdenes
verify-elsewhere-key = Anote la clave del registro desde un segundo lugar, como un periódico, un colega o una copia impresa del año pasado: una clave que solo nombra este servidor prueba poco.
verify-elsewhere-whole = Con la dirección del registro o una carpeta de sus teselas en lugar del archivo se comprueban todos los asientos, todas las firmas, todas las reglas y todas las sumas.
verify-elsewhere-tools = Los formatos son signed note, tlog-tiles y tlog-proof de C2SP: también los leen herramientas de otros.
