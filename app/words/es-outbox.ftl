# Lo que dice la mesa de los recibos que un dispositivo firmó y el servidor aún no tiene.

outbox-title = Firmado en este dispositivo
outbox-what = { $amount } de { $from }
outbox-what-draft = { $amount } a { $to }
outbox-waiting = { $what }: firmado, espera en este dispositivo. Se envía cuando vuelva la conexión, también al abrir de nuevo la mesa más tarde. No lo firme otra vez.
outbox-sent = { $what }: enviado y registrado.
outbox-sent-draft = { $what }: su firma ha llegado.
outbox-door = { $what }: firmado, espera en este dispositivo. Inicie sesión y se envía.
outbox-code = { $what }: firmado, espera en este dispositivo. Ha pasado tanto tiempo que el servidor pide antes un código.
outbox-refused = { $what }: firmado, pero no admitido. El servidor dice: { $why }
outbox-see = Ver el recibo
outbox-see-draft = Ver el borrador
outbox-enter = Iniciar sesión
outbox-remove = Quitarlo de este dispositivo
outbox-send = Enviar

# Cómo sube por partes un documento que acompaña una respuesta.

parts-sending = Enviando el archivo: han llegado { $done } de { $all } kB.
parts-waiting = No hay conexión: han llegado { $done } de { $all } kB. El resto sigue cuando vuelva la conexión. Deje abierta esta página, o elija más tarde el mismo archivo.
parts-there = El archivo ya llegó y acompaña su respuesta.
parts-along = El archivo se envía junto con su respuesta.
parts-held = Su respuesta sale en cuanto llegue el archivo.
parts-leave = Seguir sin el archivo
