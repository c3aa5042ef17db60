# Lo que dice la mesa de los recibos que un dispositivo firmó y el servidor aún no tiene.

outbox-title = Firmado en este dispositivo
outbox-what = { $amount } de { $from }
outbox-waiting = { $what }: firmado, espera en este dispositivo. Se envía cuando vuelva la conexión, también al abrir de nuevo la mesa más tarde. No lo firme otra vez.
outbox-sent = { $what }: enviado y registrado.
outbox-door = { $what }: firmado, espera en este dispositivo. Inicie sesión y se envía.
outbox-code = { $what }: firmado, espera en este dispositivo. Ha pasado tanto tiempo que el servidor pide antes un código.
outbox-refused = { $what }: firmado, pero no admitido. El servidor dice: { $why }
outbox-see = Ver el recibo
outbox-enter = Iniciar sesión
outbox-remove = Quitarlo de este dispositivo
outbox-send = Enviar
