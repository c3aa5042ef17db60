### Lo que se avisa por correo, y las páginas donde se elige. La referencia es en-telling.ftl.
### Un aviso nombra al miembro y lleva enlaces: nunca una persona, una cuenta o un importe.

## What to be told

desk-telling = Avisos
telling-title = Avisos para usted
telling-lead = Este servidor puede escribirle cuando algo concierne a { $member }. No se envía nada hasta que usted lo elija.
telling-no-mail = Este servidor no envía correo. Quien lo administra puede configurarlo.
telling-saved = Su elección está guardada.
telling-goes-to = Los avisos van a { $address }.
telling-link-sent = Un enlace va en camino a { $address }. No se enviará nada más hasta que usted lo abra y confirme la dirección.
telling-address = Su correo electrónico
telling-address-hint = Solo para estos avisos. No lo ven sus colegas ni el público. Déjelo vacío y no se envía nada.
telling-at-once = Avisarme enseguida cuando
telling-waits = Hay dinero por confirmar
telling-differs = La otra parte dice otra cosa: llegó menos, más o nada
telling-finding = Un hallazgo nos nombra: atraso, dinero sin mover o quizá envío doble
telling-back = Vuelve dinero, o se deshace una transferencia
telling-draft = El borrador de un colega espera a una segunda persona
telling-signature = El borrador de otro miembro pide nuestra firma
telling-question = Alguien nos pregunta por una transferencia
telling-answer = Se responde a una pregunta nuestra
telling-vote = Una propuesta espera el voto de nuestra institución
telling-summary = Resumen del día
telling-asks-address = Confirmación de una dirección
telling-test = Prueba
telling-hour = Hora del resumen diario
telling-hour-hint = De 0 a 23, hora local (UTC{ $offset }). Déjelo vacío para no recibirlo. Si un día no hay nada pendiente, no se envía.
telling-language = Idioma de los avisos
telling-save = Guardar
telling-to-hooks = Programas que reciben avisos, y correo que falló

## Behind a message's links

telling-confirm-title = Confirmar su dirección
telling-confirm-about = Los avisos que eligió en la mesa de trabajo llegarán a esta dirección.
telling-confirm = Confirmar esta dirección
telling-confirmed = Confirmada. Desde ahora los avisos llegan a esta dirección.
telling-stop-title = Terminar todos los avisos
telling-stop-about = No llegarán más avisos a esta dirección, y aquí se olvida la dirección.
telling-stop = Terminar todos los avisos
telling-stopped = Terminados. Su dirección quedó olvidada. Puede volver a elegir avisos en la mesa de trabajo.
telling-link-gone = Este enlace ya se usó, o su plazo terminó.

## Programs that are told

hooks-title = Programas que reciben avisos
hooks-lead = Los programas de { $member } pueden recibir enseguida lo que le concierne. Reciben el enlace público del asiento y nada sobre personas.
hooks-none-here = Este servidor no avisa a programas: no conoce su propia dirección pública. Quien lo administra puede configurarla.
hooks-new = Una dirección nueva
hooks-url = Dirección del programa
hooks-url-hint = Empieza con https:// y se alcanza desde internet.
hooks-add = Añadirla
hooks-secret = La clave secreta de la nueva dirección
hooks-secret-once = Se muestra solo esta vez. Con ella el programa comprueba que un aviso viene de aquí.
hooks-since = desde el { $day }
hooks-test = Enviar una prueba
hooks-tested = Una prueba va en camino. Vuelva a cargar esta página para ver el resultado.
hooks-remove = Quitar esta dirección
hooks-remove-about = No se le envía nada más, y se olvida lo pendiente.
hooks-remove-now = Quitarla
hooks-deliveries = Lo enviado
hooks-nothing-sent = Todavía no se envió nada.
hooks-caption = Los últimos avisos a programas, primero los más recientes
hooks-failed = Correo que falló
hooks-failed-caption = Avisos a personas de este miembro que no llegaron, primero los más recientes
hooks-when = Cuándo
hooks-what = Sobre
hooks-to = Para
hooks-stand = Resultado
hooks-stand-waits = En espera
hooks-stand-sent = Enviado
hooks-stand-given-up = Abandonado
hooks-why = { $why }; { $count ->
    [one] un intento
   *[other] { $count } intentos
}
hooks-why-status = respondió con { $status }
hooks-why-smtp = el servidor de correo lo rechazó con { $status }
hooks-why-timed-out = sin respuesta a tiempo
hooks-why-address = no es una dirección de internet pública
hooks-why-tls = sin conexión segura
hooks-why-unreachable = no se alcanza
hooks-why-other = no se envió
deed-hook-added = Añadió la dirección de un programa
deed-hook-removed = Quitó la dirección de un programa
form-address-unreadable = Escriba un correo electrónico, como oficina@pueblo.example
form-address-soon = Se envió un enlace hace un momento: espere diez minutos antes de indicar otra dirección
form-hour-unreadable = Escriba una hora de 0 a 23, o déjela vacía
form-hook-missing = Escriba la dirección del programa
form-hook-unreadable = Escriba una dirección completa, como https://pueblo.example/avisos, sin contraseña
form-hook-https = La dirección debe empezar con https://
form-hook-private = La dirección debe ser de internet pública
form-hook-many = Ya hay tantas direcciones como puede haber: quite una primero

## Letters

letter-waits-subject = { $member }: hay dinero por confirmar
letter-waits = Se envió dinero a { $member }. Espera su palabra: ¿llegó?
letter-differs-subject = { $member }: la otra parte dice otra cosa
letter-differs = Lo que la otra parte firmó de una transferencia con { $member } no coincide: { $finding }.
letter-finding-subject = { $member }: un hallazgo nuevo
letter-finding = Un hallazgo nombra a { $member }: { $finding }.
letter-back-subject = { $member }: vuelve dinero
letter-back = Vuelve dinero de una transferencia con { $member }, o la transferencia se deshizo. Mírela y responda donde se le pida.
letter-draft-subject = { $member }: un borrador espera a una segunda persona
letter-draft = Un colega preparó una transferencia de { $member }. Espera a que una segunda persona la revise y la firme.
letter-signature-subject = { $member }: un borrador pide su firma
letter-signature = Otro miembro preparó y firmó algo que solo vale con la firma de { $member }. Mírelo y fírmelo, o devuélvalo.
letter-question-subject = { $member }: una pregunta sobre una transferencia
letter-question = Quien debe recibir una transferencia de { $member } pregunta por ella y espera respuesta.
letter-answer-subject = { $member }: una pregunta tiene respuesta
letter-answer = Una pregunta de { $member } sobre una transferencia tiene respuesta.
letter-vote-subject = { $member }: una propuesta por votar
letter-vote = Se propone un miembro nuevo, o un cambio de uno. La institución de { $member } tiene voto.
letter-summary-subject = { $member }: lo pendiente de hoy
letter-summary = Hoy, para { $member }:
letter-summary-steps = { $count ->
    [one] Una transferencia espera confirmación.
   *[other] { $count } transferencias esperan confirmación.
}
letter-summary-drafts = { $count ->
    [one] Un borrador espera su revisión.
   *[other] { $count } borradores esperan su revisión.
}
letter-summary-asked = { $count ->
    [one] Un borrador de otro miembro pide su firma.
   *[other] { $count } borradores de otros miembros piden su firma.
}
letter-summary-questions = { $count ->
    [one] Una pregunta sobre una transferencia espera respuesta.
   *[other] { $count } preguntas sobre transferencias esperan respuesta.
}
letter-summary-votes = { $count ->
    [one] Una propuesta espera el voto de su institución.
   *[other] { $count } propuestas esperan el voto de su institución.
}
letter-summary-findings = { $count ->
    [one] Un hallazgo abierto nombra al miembro.
   *[other] { $count } hallazgos abiertos nombran al miembro.
}
letter-address-subject = { $member }: confirme esta dirección
letter-address = Alguien que entra por { $member } quiere que los avisos lleguen a esta dirección. Si fue usted, abra este enlace y confírmela:
letter-address-not-you = Si no fue usted, no haga nada. No se enviará nada más aquí.
letter-desk = A la mesa de trabajo: { $link }
letter-foot = Usted eligió este aviso. Cambie lo que se envía: { $link }
letter-foot-address = Este mensaje se envió porque alguien escribió la dirección en la mesa de trabajo. Se envía una sola vez.
letter-stop = Terminar todos los avisos: { $link }
