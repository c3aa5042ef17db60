### Lo que dice la mesa de trabajo a quien firma por un miembro. La referencia es en-desk.ftl.

## The frame of the desk

desk-sign-in = Entrar
desk-sign-out = Salir
desk-sign-out-everywhere = Salir de todos los dispositivos
desk-signed-in = { $account }, por { $member }
desk-tasks = Por confirmar
desk-drafts = Por enviar
desk-people = Personas
desk-members = Miembros
desk-record = Historial
desk-account = Cuenta
desk-password = Contraseña
desk-code = Código de seis cifras
desk-code-hint = Lo muestra su aplicación de códigos. Cambia cada 30 segundos.
desk-sign-in-lead = Para quienes confirman o envían dinero por un miembro de este libro.
desk-sign-in-help = ¿No tiene cuenta, o ya no tiene el teléfono con la aplicación? Pida una invitación a quien administra las personas en su oficina.
desk-sign-in-passkey = Entrar con una llave de acceso
desk-sign-in-provider = Entrar con { $name }
desk-sign-in-or = O con cuenta, contraseña y código:

may-administer = administrar personas
may-audit = ver todo
may-confirm = confirmar lo que llega
may-pay = enviar dinero

## Joining

join-title = Unirse a { $member }
join-may = Le han invitado. Podrá: { $roles }.
join-account-title = 1. Su cuenta
join-account-hint = De 3 a 32 letras, cifras, puntos o guiones. La ven sus colegas, no el público.
join-password-hint = Al menos { $count } caracteres. Varias palabras son fáciles de recordar.
join-factor-title = 2. Su teléfono
join-factor-about = Una aplicación en su teléfono da un código nuevo cada 30 segundos. Sirve cualquiera de códigos de un solo uso.
join-qr = Código para la aplicación
join-open = Abrir en la aplicación de este teléfono
join-type = O escriba esta clave en la aplicación:
join-code-hint = El código que la aplicación muestra ahora.
join-submit = Unirse
join-gone-title = Esta invitación no se puede usar

## What waits

tasks-title = Pendiente de usted
tasks-count = { $count ->
    [one] Una transferencia espera su palabra.
   *[other] { $count } transferencias esperan su palabra.
}
tasks-none = Nada espera. Cuando le envíen dinero, aparecerá aquí.
tasks-none-money = No hay dinero por confirmar.
tasks-put-off = Queda pendiente. No se firmó nada; la transferencia sigue esperando aquí.
tasks-drafts = { $count ->
    [one] Un borrador espera su firma
   *[other] { $count } borradores esperan su firma
}
tasks-findings = { $count ->
    [one] Un hallazgo le nombra: vea lo que dice cada parte
   *[other] { $count } hallazgos le nombran: vea lo que dice cada parte
}
tasks-questions = { $count ->
    [one] Una pregunta sobre una transferencia espera su respuesta
   *[other] { $count } preguntas sobre transferencias esperan su respuesta
}
tasks-asked = { $count ->
    [one] Otro miembro pide su firma en un borrador
   *[other] Otros miembros piden su firma en { $count } borradores
}
tasks-votes = { $count ->
    [one] Una propuesta espera el voto de su institución
   *[other] { $count } propuestas esperan el voto de su institución
}
tasks-years = { $count ->
    [one] Terminó el año de un programa y su miembro aún tiene dinero de él
   *[other] Terminó el año de { $count } programas y su miembro aún tiene dinero de ellos
}
tasks-look-only = Usted puede mirar. Confirman los colegas que tienen ese permiso.
tasks-no-key = Este servidor no guarda ninguna clave de su miembro, así que aquí no se puede confirmar nada. Quien lleva el servidor puede instalar una.
tasks-row = { $amount } de { $from }
tasks-sent = enviado el { $day }
tasks-due = hasta el { $day }
tasks-due-today = vence hoy
tasks-late = { $days ->
    [one] un día de retraso
   *[other] { $days } días de retraso
}
tasks-confirmed = Últimas confirmaciones

## What came?

confirm-title = ¿Llegó este dinero?
confirm-sent = Enviado
confirm-from = De
confirm-day = Enviado el
confirm-lead = { $from } envió { $amount } el { $day }.
confirm-so-far = Usted ha confirmado { $received }; quedan { $amount }.
confirm-see-entry = Ver la transferencia tal como se firmó
confirm-occurred = Día en que llegó
confirm-occurred-hint = Según su banco o sus libros.
confirm-all = Sí, llegaron { $amount }
confirm-next = Lo revisa una vez más antes de que se firme.
confirm-otherwise = Otra cosa
confirm-question = ¿Qué pasó con él?
confirm-other = Llegó otro importe
confirm-amount = Importe que llegó, en { $currency }
confirm-last = No llegará nada más
confirm-nothing-yet = Todavía nada
confirm-nothing-yet-hint = No se firma nada. La transferencia sigue esperando.
confirm-not-ours = No llegó nada, y no es nuestro
confirm-not-ours-hint = Se firma que no llegó nada. Quien lo envió tiene que responder.
confirm-reason = Por qué
confirm-reason-hint = En pocas palabras. Cualquiera puede leerlas: sin nombres de particulares.
confirm-continue = Continuar

## Check, and sign

check-title = Revise antes de firmar
check-came = Lo que llegó
check-nothing = Nada
check-whether-more = ¿Llegará más?
check-last = No, esto fue todo
check-more = Sí, puede llegar más
check-change = Cambiar
check-leaves-missing = Quedan { $amount }. Desde ahora figuran como faltantes, y un hallazgo pregunta a ambas partes.
check-leaves-open = Quedan { $amount }, que siguen esperando su palabra.
check-beyond = { $amount } son más de lo enviado. Figuran como disputados hasta que responda quien envió.
check-meaning = Al firmar, { $member } dice en público que esto fue lo que llegó. Firma por él su clave, que guarda este servidor, y todos verán «confirmado a través del servidor». Puede corregirse después, pero nunca borrarse.
check-sign = Firmar y confirmar
check-text = El texto exacto que se firma
check-text-about = Estos son los bytes bajo la firma. Si cambiara uno, la firma no correspondería.

## Confirmed

confirmed-title = Confirmado
confirmed-reference = Referencia de la confirmación
confirmed-to = A
confirmed-state = Estado
confirmed-how = Firma
confirmed-through = Confirmado a través del servidor
confirmed-through-hint = Con la clave del miembro, que guarda el servidor, tras un segundo factor.
confirmed-see-entry = Ver la confirmación en el libro
confirmed-print = Para guardarla, imprima esta página: cabe en una hoja.
confirmed-next = { $count ->
    [0] Volver a la lista
    [one] Volver a la lista: espera una más
   *[other] Volver a la lista: esperan { $count } más
}

## What is drafted: one person writes, another checks and signs

drafts-title = Dinero por enviar
drafts-lead = Una persona redacta, otra revisa y firma. Nada de esto es público antes de la firma.
drafts-new = Redactar un envío
drafts-no-key = Este servidor no guarda ninguna clave de su miembro: las personas firman con claves de sus propios dispositivos.
drafts-deleted = Borrado. No se firmó nada.
drafts-waiting = Esperan su revisión
drafts-waiting-none = No espera ningún borrador de colegas.
drafts-own = Los suyos
drafts-own-none = No tiene borradores.
drafts-sent-back = Devueltos a colegas
drafts-issued = Firmados por último
drafts-row = { $amount } a { $to }
drafts-row-into = { $amount } para { $to }
drafts-row-treasury = { $amount } al tesoro
drafts-by = { $account }, { $day }
drafts-stand-waiting = En espera
drafts-stand-sent-back = Devuelto
drafts-stand-issued = Firmado
drafts-sheet = Enviar muchas con una planilla (CSV o XLSX)
drafts-year-end = Fin de año: traspasar o reintegrar lo no gastado
drafts-sheets = Planillas
drafts-sheet-row = { $count ->
    [one] Una transferencia, { $amount }
   *[other] { $count } transferencias, en total { $amount }
}
drafts-stand-previewed = Sin guardar
drafts-stand-signing = En firma
drafts-stand-asking = Se pregunta al destinatario
drafts-asked = Le piden deshacer lo que se le envió

## What is to be sent?

draft-title = Redactar un envío
draft-edit-title = Cambiar el borrador
draft-nothing-held = Su miembro no tiene nada que se pueda enviar.
draft-next = Lo comprueba una vez más antes de guardarlo.
draft-programme = Programa
draft-out-of = Sale del programa
draft-into = Va a
draft-treasury = El tesoro: deja el programa
draft-late = Los libros de ese día están cerrados, así que queda marcado como tardío. Lo firman dos personas, cada una con su propia clave.
draft-late-signers = Los libros de ese día están cerrados: firman dos personas, cada una con su propia clave. La clave del servidor no puede firmar.
draft-free = se pueden enviar { $amount }
draft-payee = Destinatario
draft-payee-hint = El nombre del miembro en el libro, o palabras de su título.
draft-payee-found = ¿A quién se refiere?
draft-payee-named = { $title } ({ $name })
draft-amount = Importe
draft-amount-hint = En la moneda del programa.
draft-ref = Referencia
draft-ref-hint = El número de su comprobante, sin espacios. Cada uno se usa una sola vez.
draft-ref-used = Es la referencia de { $entry }.
draft-occurred = Día del envío
draft-occurred-hint = Cuando se mueve el dinero, según su banco o sus libros.
draft-due = Plazo de respuesta
draft-due-hint = Déjelo vacío para los días habituales del programa.
draft-due-usual = los días habituales del programa
draft-purpose = Para qué
draft-purpose-hint = En pocas palabras. Todos pueden leerlas: sin nombres de particulares.

## Check the draft

draft-check-title = Compruebe el borrador
draft-remains = Lo que queda
draft-held = Disponible
draft-drafted = En otros borradores
draft-takes = Este envío
draft-leaves = Sale con esto
draft-stays = Queda
draft-save-about = Esperará a una segunda persona, que verá el mismo texto y lo firmará. Hasta entonces puede cambiarlo o borrarlo; quien había firmado firma de nuevo.
draft-save = Guardar para una segunda persona
draft-sources = Sale de lo que se tiene desde hace más tiempo:
draft-source = { $takes } de { $held }

## One draft

draft-own-title = Borrador
draft-approve-title = Compruebe antes de firmar
draft-issued-title = Firmado y registrado
draft-written-by = { $account } lo redactó el { $time }.
draft-waits = Guardado el { $time }. Espera a una segunda persona: nadie firma un borrador propio.
draft-sent-back-by = { $checker } lo devolvió a { $account } el { $time }:
draft-issued-by = Redactado por { $account }, firmado por { $checker } el { $time }.
draft-meaning = Al firmar, { $member } dice en público que envía este dinero. Puede revertirse con otro asiento, pero nunca borrarse.
draft-sign = Aprobar y firmar
draft-kind = Qué
draft-step = Sobre
draft-role-other = Usted puede mirar. Firmar esto corresponde a colegas con esa función.
draft-meaning-return = Al firmar, { $member } declara en público que devuelve este dinero a la entidad de la que vino.
draft-meaning-bounce = Al firmar, { $member } declara en público que su banco devolvió este dinero y lo tiene de nuevo.
draft-meaning-reversal = Al firmar, { $member } declara en público que anula toda la transferencia y tiene de nuevo el dinero.
draft-meaning-receipt-correct = Al firmar, { $member } declara en público que retira esta parte de lo que había confirmado.
draft-meaning-surrender = Al firmar, { $member } declara en público que reintegra este dinero al tesoro: deja el programa y ya no lo tiene.
draft-meaning-carry-over = Al firmar, { $member } declara en público que traspasa este dinero al otro programa, donde lo sigue teniendo.
draft-spent = Lo que iba a usar se gastó entretanto, así que no se puede firmar tal como está. Devuélvalo para que se redacte de nuevo.
draft-more-signers = A partir de este importe, el programa pide la firma de { $count } personas, cada una con su propia clave. La clave del servidor no puede firmar.
draft-meaning-by = { $meaning } { $key }
draft-by-server = Firma la clave de su miembro, que guarda este servidor, y todos lo verán.
draft-by-device = Firma la clave de este dispositivo, y todos verán que firmó una persona de su miembro.
draft-held-missing = Este servidor no guarda ninguna clave de su miembro: firma una clave de su propio dispositivo.
draft-sign-own = Usted lo redactó: lo firma con una clave de su propio dispositivo, junto a las de sus colegas.
draft-make-key = Crear una clave en su dispositivo
draft-sign-save = Firmar y guardar para una segunda persona
draft-save-through = Guardar sin mi firma
draft-save-through-about = Su firma queda fuera y el texto pide una sola: su colega lo aprueba y puede firmar la clave del servidor.
draft-save-later = Guardar y firmar después
draft-save-later-about = Usted o sus colegas lo firman con claves propias, en cualquier orden.
draft-signatures = Firmas: { $count } de { $wanted }
draft-signatures-missing = { $count ->
    [one] Falta una.
   *[other] Faltan { $count }.
}
draft-signature = { $account }, { $time }, con la clave { $key } de su propio dispositivo
draft-signature-through = { $account }, { $time }, a través del servidor
draft-signed-own = Usted ya firmó. Si algo cambia, todas las firmas quedan sin efecto.
draft-asked = { $account } pide deshacer una transferencia a su miembro, de la que dice que no le llegó nada. Acepte y firme, o devuélvala y diga por qué.
draft-asking = Su lado ya firmó. Se pregunta al destinatario en su mesa; con su firma queda registrado.
draft-meaning-agree = Al firmar, { $member } declara en público que no llegó nada de esta transferencia y acepta que se deshaga. El dinero vuelve a quien pagó.
draft-post-again = Enviarlo otra vez
draft-post-again-about = Todos han firmado, pero el libro aún no lo ha recibido. Se envía tal como se firmó.
draft-short = Ese día se envió más a este destinatario: ahora tienen que firmar { $count } personas. Hay que redactarlo de nuevo para que el texto lo diga.
draft-back-title = Algo no está bien
draft-back-reason = Por qué
draft-back-hint = Lo lee su colega. No es público.
draft-back = Devolver
draft-edit = Cambiarlo
draft-delete = Borrar el borrador

## Qué pasa con un paso

after-title = ¿Qué pasa con esta transferencia?
after-none = Ahora su entidad no tiene nada que declarar sobre ella.
after-received = Confirmado como recibido
after-open = Abierto
after-all-open = Todo lo abierto
after-question = ¿Qué pasó?
after-amount-hint = En la moneda del programa. Una transferencia que se anula vuelve entera: déjelo vacío.
after-occurred = Día en que ocurrió
after-bounce = Nuestro banco devolvió dinero
after-bounce-hint = Como máximo { $amount }, lo abierto. Vuelve a estar en su poder.
after-reversal = Anulamos toda la transferencia
after-reversal-hint = Vuelve todo, { $amount }. El beneficiario dijo que no llegó nada, o venció su plazo.
after-unheard = Hasta el { $day } el destinatario tiene que aceptar. Se le pregunta en su mesa cuando su miembro haya firmado.
after-return = Devolvemos lo que no usamos
after-return-hint = Como máximo { $amount }, lo que aún tiene de ella. Quien la envió confirma que llegó.
after-correct = Confirmamos de más
after-correct-hint = Como máximo { $amount }, en cuanto aún lo tiene. Queda abierto de nuevo.
after-withdraw = Retiramos lo declarado por encima de lo enviado
after-withdraw-hint = Como máximo { $amount }, lo disputado.
after-otherwise = Responder otra cosa
answers-title = Hallazgos que le nombran
answers-lead = Un hallazgo señala una diferencia. Se cierra cuando lo que firman ambas partes dice lo mismo.
answers-none = Ningún hallazgo abierto nombra a su entidad.
answers-way = Qué hacer con ella
## Year end

year-ends-title = Fin de año
year-ends-lead = Lo que su miembro aún tiene de cada programa. Cuando termina el año, se traspasa a otro programa, se reintegra al tesoro o se devuelve a quien lo envió.
year-ends-row = { $amount } de { $programme }
year-end-title = Fin de año: { $programme }
year-end-over = El año terminó el { $day }.
year-end-closed = El programa está cerrado; su año va hasta el { $day }.
year-end-runs = El año va hasta el { $day }.
year-end-in-drafts = { $amount } de ello en borradores
year-end-carrying = En borrador: traspasado
year-end-surrendering = En borrador: reintegrado
year-end-undecided = Sin decidir
year-end-drafted = En borrador
year-end-nothing = Aquí no queda nada por decidir.
year-end-which = ¿Qué dinero? Primero el más antiguo.
year-end-part = { $free }; el resto de { $held } está en borradores
year-end-from = De { $from }, { $day }
year-end-from-appropriation = Asignado el { $day }
year-end-from-carry-over = Traspasado de otro programa el { $day }
year-end-carried = Una parte ya se traspasó. El resto se puede reintegrar o devolver, pero no traspasar otra vez.
year-end-send-back = Devolverlo a { $from }
year-end-what = ¿Qué se hace con él?
year-end-carry = Traspasarlo al programa { $programme }
year-end-carry-hint = Como máximo { $amount }. Su miembro lo sigue teniendo, en ese programa.
year-end-surrender = Reintegrarlo al tesoro
year-end-surrender-hint = Como máximo { $amount }. Deja el programa y su miembro ya no lo tiene.
year-end-refusal = { $what }: ahora no. { $why }
year-end-no-next = No se puede traspasar: ningún otro programa abierto tiene esta moneda.
year-end-amount-hint = Déjelo vacío para todo lo marcado. Si es menos, sale primero de lo más antiguo; el resto queda y se decide después.
year-end-occurred = Día
year-end-occurred-hint = El día en que deja el programa, según sus libros.
year-end-next = Lo comprueba una vez más antes de guardarlo. Lo que no decida queda como está.
year-end-rest = Lo demás que queda de este año

## Con una planilla: muchas transferencias, firmadas juntas

sheet-title = Enviar muchas con una planilla
sheet-lead = Una fila por beneficiario, todas de un mismo programa. Verá cada fila antes de guardar nada; otra persona revisa y firma la planilla entera.
sheet-columns = La primera fila nombra las columnas: beneficiario (su nombre en el registro), importe y, si los tiene, referencia y concepto. Las demás columnas no se leen.
sheet-limits = Como máximo { $rows } filas; CSV hasta { $csv } MB, XLSX hasta { $xlsx } MB.
sheet-template = Descargar una plantilla (CSV)
sheet-file = Planilla
sheet-file-hint = CSV o XLSX; de un libro se lee la primera hoja.
sheet-count = Filas
sheet-count-hint = Cuántas debe haber, contadas en su propia lista.
sheet-total = Total de control
sheet-total-hint = Lo que deben sumar los importes según su propia lista.
sheet-occurred = Día de las transferencias
sheet-occurred-hint = Cuando se mueve el dinero, según su banco o sus libros.
sheet-due = Respuesta hasta
sheet-due-hint = Déjelo vacío para el plazo habitual del programa.
sheet-read = Leer la planilla
sheet-next = Aún no se guarda nada: primero verá cada fila.
sheet-preview-title = Lo que contiene la planilla
sheet-approve-title = Revise la planilla antes de firmar
sheet-own-title = Planilla
sheet-posting-title = Firmando y registrando
sheet-issued-title = Firmada y registrada
sheet-previewed = Leída el { $time }. Nadie más la ve hasta que la guarde.
sheet-written-by = { $account } guardó esta planilla el { $time }.
sheet-issued-by = Cargada por { $account }, firmada por { $checker } el { $time }. Todas las filas están en el registro.
sheet-posting = { $count ->
    [one] Se está firmando y registrando una transferencia: queda en el registro o no queda.
   *[other] Se están firmando y registrando { $count } transferencias: quedan todas en el registro o ninguna.
}
sheet-look-again = Mirar de nuevo
sheet-trouble = La última vez no se registró nada: { $why }.
sheet-trouble-row = La última vez no se registró nada, por la fila { $row }: { $why }.
sheet-from = Envía
sheet-sum = Suma
sheet-asked-sum = Su total de control
sheet-asked-count = Su número de filas
sheet-differs = No coincide con lo que contiene la planilla
sheet-encoding = Leída como
sheet-digest = Resumen de todas las filas
sheet-digest-about = El resumen abarca los textos exactos de todas las filas: si cambiara una, ya no sería esta planilla y la aprobación no valdría.
sheet-sources = De dónde sale el dinero
sheet-mend = { $count ->
    [0] Las filas o la suma no son lo que usted indicó: corrija la planilla o las cifras y envíela de nuevo.
    [one] Una fila no se puede tomar. Corríjala en su planilla y envíela de nuevo.
   *[other] { $count } filas no se pueden tomar. Corríjalas en su planilla y envíela de nuevo.
}
sheet-again = Enviar la planilla corregida
sheet-warned = { $count ->
    [one] Una fila puede ser un pago ya hecho: mírela.
   *[other] { $count } filas pueden ser pagos ya hechos: mírelas.
}
sheet-save-about = Queda a la espera de otra persona, que ve las mismas filas y el mismo resumen y las firma juntas. Nadie puede cambiar una fila; hasta la firma usted puede borrar la planilla.
sheet-meaning = { $count ->
    [one] Al firmar, { $member } declara en público que envía una transferencia, { $amount }. La firma su clave, que guarda este servidor. Queda en el registro o no queda.
   *[other] Al firmar, { $member } declara en público que envía { $count } transferencias, en total { $amount }. Cada fila la firma su clave, que guarda este servidor. Quedan todas en el registro o ninguna.
}
sheet-sign = Aprobar y firmar todas las filas
sheet-delete = Borrar la planilla
sheet-rows = Las filas
sheet-show-rows = Todas las filas
sheet-show-faults = Filas por corregir
sheet-show-warnings = Filas por mirar de nuevo
sheet-to-rows = { $count ->
    [one] La única fila
   *[other] Las { $count } filas
}
sheet-to-faults = { $count ->
    [one] Una fila por corregir
   *[other] { $count } filas por corregir
}
sheet-to-warnings = { $count ->
    [one] Una fila por mirar de nuevo
   *[other] { $count } filas por mirar de nuevo
}
sheet-line = Línea
sheet-remark = Observación
sheet-good = Correcta
sheet-column-payee = Beneficiario
sheet-column-amount = Importe
sheet-column-reference = Referencia
sheet-column-purpose = Concepto
sheet-fault-encoding = no es el texto que el archivo dice ser: guárdelo como UTF-8
sheet-fault-payee-missing = vacío: escriba el beneficiario
sheet-fault-payee-unreadable = no es un nombre de entidad: escriba el nombre en el registro, como municipio.example/oficina
sheet-fault-payee-unknown = ninguna entidad tiene este nombre: vea la lista de entidades
sheet-fault-payee-own = es su propia entidad: quite la fila
sheet-fault-payee-outside = este programa solo paga a entidades directamente bajo la suya
sheet-fault-payee-accounts = tiene varias cuentas y usted no le ha pagado antes: redáctela sola en la línea de órdenes
sheet-fault-amount-missing = vacío: escriba el importe
sheet-fault-amount-unreadable = no es un importe en cifras
sheet-fault-amount-digits = más decimales que los de la moneda
sheet-fault-amount-number = más cifras de las que guarda una planilla: dé a la celda formato de texto
sheet-fault-amount-zero = cero: quite la fila
sheet-fault-amount-negative = menor que cero: el dinero vuelve con una devolución, nunca con una planilla
sheet-fault-ref-unreadable = de 1 a 64 letras, cifras y signos, sin espacios ni acentos
sheet-fault-ref-repeated = ya está en la línea { $line }: cada una se usa una vez
sheet-fault-ref-used = ya la tiene una transferencia del registro: elija otra
sheet-fault-ref-drafted = ya la tiene otro borrador u otra planilla: elija otra
sheet-fault-purpose-unreadable = una línea de hasta 280 bytes, sin caracteres especiales
sheet-fault-too-long = el asiento queda demasiado largo: acórtelo
sheet-fault-sum-beyond = más de lo que queda tras las filas anteriores
sheet-fault-sum-scattered = lo que queda está en demasiadas partes pequeñas para un asiento: haga dos filas
sheet-fault-signers = esta suma pide la firma de dos personas: redáctela sola o firme la planilla con claves propias
sheet-warning-again-in-sheet = Mismo beneficiario e importe que la línea { $line }
sheet-warning-again-drafted = Mismo beneficiario e importe que en otro borrador
sheet-warning-again-sent = Mismo beneficiario e importe que una transferencia enviada
sheet-signing = ¿Qué claves firman?
sheet-signing-server = La clave que guarda este servidor
sheet-signing-server-hint = Otra persona revisa aquí la planilla y la aprueba.
sheet-signing-own = Nuestras propias claves, fuera de este servidor
sheet-signing-own-hint = Usted y otra persona se llevan los textos, los firman con un archivo de clave o un token y los traen de vuelta.
sheet-signing-own-only = Este servidor no guarda ninguna clave de su entidad: usted y otra persona firman los textos con claves propias y los traen de vuelta aquí.
sheet-save-about-apart = Después usted y otra persona firman los mismos textos, cada una con su propia clave. Nadie puede cambiar una fila; hasta que esté en el registro usted puede borrar la planilla.
sheet-issued-apart = Cargada por { $account }. Todas las filas están en el registro: se presentaron fuera de esta página.
sheet-signature = { $account }, { $time }, con su propia clave { $key }
sheet-signed-own = Usted ha firmado todas las filas. Con la última firma se registran.
sheet-some-stand = Algunas filas ya están en el registro: se presentaron fuera de esta página. Al registrar la planilla se añaden las demás.
sheet-apart-title = Firmar con una clave propia
sheet-apart-meaning = { $count ->
    [one] Al firmar, { $member } declara en público que envía una transferencia de { $amount }. Queda en el registro o no queda.
   *[other] Al firmar, { $member } declara en público que envía { $count } transferencias, en total { $amount }. Quedan todas en el registro o ninguna.
}
sheet-take-about = Lleve los textos de todas las filas adonde está su clave: un archivo, con las firmas que ya hay.
sheet-take = Llevarse los textos para firmar
sheet-sign-about = Fírmelos allí. La orden muestra cuántos textos hay, su suma y el resumen de todas las filas: compárelos con esta página.
sheet-sign-token = Si la clave está en un token, indique también su biblioteca: --pkcs11-module FILE
sheet-signed = El archivo firmado
sheet-signed-hint = Cada texto se compara con las filas de esta planilla.
sheet-bring-back = Traer de vuelta los textos firmados
sheet-key-none = No tiene en el registro ninguna clave propia que pueda enviar dinero. Cree una donde vaya a quedarse:
sheet-key-enrol = Después la inscribe un colega que gestiona personas, con su archivo de clave:
sheet-stands = En el registro
sheet-returned-unreadable = Línea { $line }: no es lo que escribe «countersign sign»
sheet-returned-differs = Línea { $line }: su texto no es de esta planilla. Llévese los textos de nuevo
sheet-returned-repeated = Línea { $line }: la fila { $row } aparece por segunda vez
sheet-returned-missing = La fila { $row } no está en el archivo
sheet-returned-unsigned = A la fila { $row } le falta una firma que tienen otras filas
sheet-returned-foreign = Línea { $line }, fila { $row }: firmada con una clave que no puede firmar esta planilla
sheet-returned-broken = Línea { $line }, fila { $row }: la firma no corresponde al texto
sheet-returned-two-keys = Línea { $line }, fila { $row }: una persona firmó con dos claves
sheet-returned-more = { $count ->
    [one] Y una más.
   *[other] Y { $count } más.
}

## People

people-title = Personas de { $member }
people-joined = desde el { $day }
people-seen = entró por última vez el { $time }
people-never-seen = todavía no ha entrado
people-closed = Cerrada
people-own = Usted
people-close = Cerrar { $account }
people-close-about = { $account } sale enseguida de todos los dispositivos y no puede volver a entrar. Lo firmado sigue firmado.
people-close-now = Cerrar esta cuenta
people-link = Dé este enlace a quien invita
people-link-once = Se muestra esta única vez y sirve una vez. Entréguelo en mano o por un medio de confianza: quien lo tenga puede unirse.
people-invitations = Invitaciones abiertas
people-by = de { $account }
people-by-operator = de quien lleva el servidor
people-confirmed-by = confirmada por { $account }
people-confirmed-by-operator = confirmada por quien lleva el servidor
people-ends = hasta el { $time }
people-withdraw = Retirar
people-waits = Falta que la confirme otra persona que gestione al personal: ella recibirá el enlace.
people-waits-alone = Nadie más gestiona al personal aquí, así que la confirma quien lleva el servidor, y recibe el enlace:
people-confirm-about = Confírmela solo si sabe para quién es: usted recibe el enlace y lo entrega en persona.
people-confirm = Confirmar y recibir el enlace
people-invite-two = Para enviar dinero o gestionar al personal hacen falta dos: otra persona que gestione al personal confirma la invitación.
people-invite = Invitar a alguien
people-invite-about = Recibirá un enlace para una sola persona. Ella elige su cuenta y su contraseña.
people-roles = ¿Qué podrá hacer?
people-invite-make = Crear el enlace

## Un dispositivo propio

desk-device = Este dispositivo
device-title = Este dispositivo
device-lead = Con una clave propia, este dispositivo firma lo que usted confirma. La clave nunca sale de él; el servidor no puede firmar con ella en su lugar.
device-no-script = Su navegador no puede crear una clave aquí. La clave del servidor sigue firmando por usted, y todos ven «confirmado a través del servidor».
device-make = Crear una clave en este dispositivo
device-prove = Firmar con la clave nueva
device-here-none = Este navegador aún no tiene una clave suya.
device-here-offered = Este navegador ha creado una clave. Lea el texto de abajo y fírmelo: así se prueba que la clave está aquí.
device-here-waiting = La clave { $key } está en este navegador. Falta que otra persona la apruebe.
device-here-enrolled = Este navegador tiene su clave { $key } y firma con ella.
device-unable = Este navegador no puede guardar una clave; la del servidor sigue firmando por usted. ({ $why })
device-waits = A la espera de aprobación
device-waits-about = La aprueba un colega que administra personas, en la página «Personas» de la mesa de trabajo. Le preguntará el identificador de la clave, que se ve aquí.
device-waits-command = O, con un archivo de clave, en la línea de órdenes:
device-waits-until = hasta { $time }
device-keys = Sus claves en el libro
device-none = Ninguna todavía.
device-since = desde el { $day }
device-approved-through = aprobada a través del servidor
device-revoked = Revocada
device-lost = ¿Perdió un dispositivo?
device-lost-about = Cualquier archivo de clave de su entidad revoca la clave al instante. Después cree una nueva aquí. Lo firmado sigue siendo válido.
check-meaning-device = Al firmar, { $member } declara en público que esto es lo que llegó. Firma la clave de este dispositivo. Se puede corregir más tarde, pero nunca borrar.
check-device-signs = Firma este dispositivo, con su clave { $key }. El texto de abajo se leyó y se escribió de nuevo en este dispositivo.
check-device-differs = No se firma nada: el texto de esta página no es el que indica su formulario. Avise a quien lleva el servidor.
check-device-failed = El dispositivo no pudo firmar. ({ $why })
check-sign-through = Firmar a través del servidor
check-own-key-only = En este programa solo firma una clave de su propio dispositivo: la del servidor no puede.
device-revoke = Revocar la clave { $key }
device-revoke-about = Desde ese momento no firma nada más. Lo que firmó sigue siendo válido. Lo dice en el libro la clave que guarda el servidor, y todos pueden leerlo.
device-revoke-now = Revocarla ahora
device-revoke-command = El servidor no guarda ninguna clave que pueda revocar { $key }. Lo hace en la línea de órdenes quien tenga un archivo de clave de su entidad:
approve-title = La clave de { $account }
approve-about = { $account } quiere firmar con una clave de su propio dispositivo. Pídale el identificador de la clave, que se ve en su dispositivo: quien lo pide debe ser quien está allí.
approve-key = Identificador de la clave
approve-may = Le permite
approve-meaning = Al firmar, usted afirma que esta clave es de { $account }.
approve-sign = Aprobar y firmar
approve-refuse = Rechazar esta clave
approve-by-command = Quien tenga el archivo de clave de una persona que administra su entidad la aprueba en la máquina del servidor:
approve-by-command-too = Con un archivo de clave
approve-meaning-through = Al aprobar, usted afirma que esta clave es de { $account }. Firma por usted la clave de { $member } que guarda este servidor, y todos verán «aprobada a través del servidor».
approve-through = Aprobar a través del servidor
approve-no-key = Usted no tiene clave en un dispositivo propio y este servidor no guarda ninguna clave de su entidad que pueda aprobar, así que no se puede aprobar en esta página.
approve-hold = Si el servidor debe guardar una clave que pueda, para aprobar aquí la próxima:
people-devices = Claves de dispositivos que esperan su decisión
people-key-through = La clave { $key } se aprobó a través del servidor
people-keys-left = La cuenta está cerrada, pero estas claves siguen firmando por su entidad hasta que se revoquen:
people-close-keys = También se revocan en el libro las claves de sus dispositivos.
confirmed-own = Firmado en su propio dispositivo
confirmed-own-hint = Con una clave que nunca salió de él.
deed-device-offered = Presentó la clave de un dispositivo
deed-device-enrolled = Registró la clave de un dispositivo
deed-device-refused = Rechazó la clave de un dispositivo
deed-device-revoked = Revocó la clave de un dispositivo
form-device-key-unreadable = No se puede leer la clave que envió el navegador: cree una nueva
form-device-roles = No tiene nada que firmar, así que no hace falta una clave
form-device-unsigned = Este dispositivo no ha firmado, así que no se envió nada. Inténtelo otra vez o elija «Firmar a través del servidor»
form-held-key-forbidden = En este programa solo firman las claves propias de las personas. Cree una clave en su dispositivo y haga que la aprueben, o firme en la línea de órdenes
form-device-gone = La clave ya no está a la espera: cree una nueva
form-device-key-foreign = La clave de este dispositivo no está registrada a su nombre
form-signature-wrong = La firma no corresponde al texto: inténtelo de nuevo

## Questions about one transfer

questions-title = Preguntas sobre transferencias
questions-lead = Quien debe recibir una transferencia pregunta a quien la envió. Lo leen las personas de ambos lados y los auditores.
questions-waiting = A la espera de su respuesta
questions-waiting-none = No espera ninguna pregunta.
questions-own = Preguntas de su entidad
questions-own-none = Su entidad aún no ha preguntado nada. En la página de una transferencia se puede preguntar.
questions-between = De { $from } a { $to }
questions-open = Sin respuesta todavía
questions-answered = Respondida
questions-of-step = Preguntas sobre esta transferencia
questions-none = Nadie ha preguntado nada todavía.
questions-question = Pregunta:
questions-answer = Respuesta:
questions-ask = Preguntar a { $member }
questions-ask-here = Preguntar sobre esta transferencia
questions-question-label = Su pregunta
questions-answer-label = Su respuesta
questions-hint = En una línea, hasta { $count } caracteres. Queda y no se puede cambiar: sin nombres de particulares.
questions-send = Preguntar
questions-reply = Responder
questions-answer-send = Responder
questions-record = Pregunta y respuesta quedan en el registro de este servidor, para las personas de ambos lados y los auditores. No son asientos: nada se sigue de ellas en el libro y el público no las lee.

## Members: proposals and votes

proposal-title = Miembros: propuestas y votos
proposal-lead = { $count ->
    [one] Una institución vota quién pasa a ser miembro. Más de la mitad de las instituciones con voto debe estar a favor.
   *[other] { $count } instituciones votan quién pasa a ser miembro. Más de la mitad de ellas debe estar a favor.
}
proposal-propose = Proponer un miembro
proposal-open = Sin ejecutar todavía
proposal-none = Nada espera: todas las propuestas se ejecutaron.
proposal-books = Quién lleva estos libros: todos los miembros, instituciones y propuestas
proposal-suspension = A nadie se le expulsa por votación. Un auditor puede detener los pagos de un miembro («congelar») y dejar que sigan, en la línea de órdenes.
proposal-by = { $member }, { $day }
proposal-does-admit = { $title } pasaría a ser miembro.
proposal-does-change = { $title } ya es miembro. Cambiaría su título o el miembro superior.
proposal-missing = { $count ->
    [one] Falta una institución a favor
   *[other] Faltan { $count } instituciones a favor
}
proposal-lost = Hay demasiadas instituciones en contra: ya no puede aceptarse
proposal-accepted = Aceptada: el miembro nuevo se activa por sí mismo
proposal-accepted-change = Aceptada: la ejecuta el propio miembro
proposal-own = Su institución
proposal-vote-none = No tiene voto
proposal-vote-open = Aún no ha votado
proposal-vote-for = Está a favor
proposal-vote-against = Está en contra
proposal-tag-open = Su voto
proposal-what = Qué se propone
proposal-name = Nombre en el libro
proposal-name-hint = Minúsculas, cifras, puntos, guiones y barras, como county.example/finance. No cambia nunca.
proposal-title-of = Título
proposal-title-hint = Cómo se llama la organización. Sin nombres de particulares.
proposal-tier-hint = 0 para la nación, 1 para lo que está justo debajo, y así sucesivamente.
proposal-parent-hint = El nombre del miembro superior. Déjelo vacío si no lo hay.
proposal-parent-none = Nadie
proposal-region-hint = El código del lugar, como cn-4401. Déjelo vacío si no tiene.
proposal-house-hint = El nombre de quien lo controla. Déjelo vacío si responde por sí mismo.
proposal-voting = Voto
proposal-voting-tick = Su institución vota
proposal-voting-yes = Su institución vota
proposal-voting-no = Sin voto
proposal-reason-hint = En pocas palabras. Todos pueden leerlas: sin nombres de particulares.
proposal-form-lead = De una organización que ya es miembro solo pueden cambiar el título y el miembro superior: lo demás se toma como está.
proposal-vote = El voto de su institución
proposal-vote-reason = Su motivo, si quiere darlo
proposal-vote-next = Lo revisa una vez más antes de firmar. Cada institución vota una sola vez.
proposal-vote-yes = A favor
proposal-vote-no = En contra
proposal-next = Qué sigue
proposal-activate = Su gente crea las claves en máquinas propias y activa el miembro en la línea de órdenes. Cada clave firma, y así prueba que está allí; este servidor nunca ve las mitades secretas.
proposal-activate-keys = Una clave por persona. Dos personas o más: así una puede reemplazar la clave perdida de la otra.
proposal-activate-recovery = Una clave de recuperación, que se guarda sin conexión y no firma.
proposal-activate-sign = La activación, firmada por la clave de cada persona:
proposal-carry-out-wait = La ejecuta, aquí en la mesa de trabajo, alguien del propio miembro que administra personas.
proposal-carry-out-about = El título nuevo y el miembro superior rigen desde ese momento.
proposal-see-entry = Ver la propuesta tal como se firmó
proposal-back = Volver
proposal-says-for = Su institución está a favor: { $title }.
proposal-says-against = Su institución está en contra: { $title }.
proposal-says-carry-out = El cambio rige desde ahora: { $title }.
proposal-meaning = Al firmar, { $member } lo declara en público. Firma la clave de este dispositivo. No se puede retirar.
proposal-meaning-through = Al firmar, { $member } lo declara en público. Firma por él su clave, que guarda este servidor, y todos verán «firmado a través del servidor». No se puede retirar.
proposal-sign = Firmar
proposal-no-key = Ni un dispositivo suyo ni este servidor tienen una clave de su entidad que pueda decirlo. Cree una clave en su dispositivo y haga que la aprueben, o use la línea de órdenes: countersign member propose, countersign member vote.

## Llaves de acceso

passkeys-title = Cómo entra usted
passkeys-lead = Con una llave de acceso entra con la huella, el rostro o el PIN de su dispositivo, sin contraseña ni código. Nadie puede adivinarla ni robarla desde una página.
passkeys-no-script = Su navegador no puede crear aquí una llave de acceso. La cuenta, la contraseña y el código siguen sirviendo.
passkeys-not-here = Este servidor no admite llaves de acceso en esta dirección. La cuenta, la contraseña y el código siguen sirviendo.
passkeys-add = Añadir una llave de acceso
passkeys-own = Sus llaves de acceso
passkeys-none = Ninguna todavía.
passkeys-made = añadida el { $day }
passkeys-used = usada por última vez el { $time }
passkeys-unused = todavía sin usar
passkeys-remove = Quitarla
passkeys-remove-about = Nadie podrá entrar con ella. Bórrela también de su dispositivo.
passkeys-remove-now = Quitar esta llave
passkeys-on = Ver lo que espera
provider-code-lead = { $name } ya ha dicho quién es usted. Ahora escriba el código que muestra su aplicación.
provider-code-other = Entrar de otra manera
provider-title = Su cuenta de { $name }
provider-lead = Si la vincula, entra aquí con ella en lugar de la contraseña. De { $name } este servidor solo guarda que es usted.
provider-link = Vincular mi cuenta de { $name }
provider-made = vinculada el { $day }
provider-unlink = Desvincularla
provider-unlink-about = Ya no podrá entrar con ella; la llave de acceso, o la cuenta, la contraseña y el código siguen sirviendo.
provider-unlink-now = Desvincular esta cuenta

## The record

record-title = Quién hizo qué
record-lead = Lo que hicieron aquí las personas de este miembro. Es solo para el miembro; lo firmado es público.
record-none = Todavía no se ha hecho nada.
record-caption = { $count ->
    [one] Una acción
   *[other] { $count } acciones, la última primero
}
record-when = Cuándo
record-who = Quién
record-what = Qué
record-operator = Quien lleva el servidor
record-deed = { $deed }: { $about }
deed-member-proposed = Propuso un miembro o un cambio
deed-member-voted = Votó una propuesta
deed-member-amended = Ejecutó un cambio del miembro
deed-asked = Preguntó sobre una transferencia
deed-answered = Respondió a una pregunta sobre una transferencia
deed-joined = Se unió
deed-signed-in = Entró
deed-sign-in-failed = No logró entrar
deed-signed-out = Salió
deed-signed-out-everywhere = Salió de todos los dispositivos
deed-invited = Hizo una invitación
deed-withdrawn = Retiró una invitación
deed-invitation-confirmed = Confirmó una invitación
deed-passkey-added = Añadió una llave de acceso
deed-passkey-removed = Quitó una llave de acceso
deed-provider-linked = Vinculó una cuenta de su organización
deed-provider-unlinked = Desvinculó una cuenta de su organización
deed-closed = Cerró una cuenta
deed-confirmed = Firmó una confirmación
deed-put-off = La dejó pendiente: no llegó nada todavía
deed-drafted = Redactó un envío
deed-sent-back = Devolvió un borrador
deed-issued = Aprobó y firmó un envío
deed-deleted = Borró un borrador
deed-sheet-drafted = Guardó una planilla
deed-sheet-issued = Aprobó y firmó una planilla
deed-signed = Firmó un borrador

## What is wrong with a form

form-problems = Hay un problema
form-title-wrong = Problema: { $title }
form-wrong = Problema:{" "}
form-account-missing = Escriba su cuenta
form-account-unreadable = Una cuenta tiene de 3 a 32 letras, cifras, puntos o guiones
form-account-taken = Alguien tiene ya esta cuenta: elija otra
form-password-missing = Escriba su contraseña
form-passkey-not-made = No se creó ninguna llave de acceso. Inténtelo otra vez o siga sin ella
form-passkey-wrong = Esa llave de acceso no abrió la puerta. Inténtelo otra vez o entre con cuenta, contraseña y código
form-provider-wrong = No se abrió la puerta. Entre de otra manera y vincule antes esa cuenta en «Cómo entra usted»
form-provider-not-linked = La cuenta no se vinculó. Inténtelo otra vez; solo puede vincularse a una persona
form-provider-away = El acceso de la organización no responde. Inténtelo más tarde o entre de otra manera
form-password-short = La contraseña necesita al menos { $count } caracteres
form-password-long = La contraseña es demasiado larga
form-password-common = Esta contraseña es fácil de adivinar: elija otra
form-code-missing = Escriba las seis cifras que muestra su aplicación
form-code-wrong = El código no es correcto o ya caducó: escriba el que la aplicación muestra ahora
form-sign-in-wrong = La cuenta, la contraseña o el código no es correcto
form-wait = { $count ->
    [one] Demasiados intentos: pruebe de nuevo en un minuto
   *[other] Demasiados intentos: pruebe de nuevo en { $count } minutos
}
form-answer-missing = Elija qué pasó
form-amount-missing = Escriba el importe que llegó
form-amount-unreadable = Escriba el importe en cifras
form-amount-too-many-digits = El importe tiene más decimales que la moneda
form-amount-zero = Escriba un importe mayor que cero, o elija que no llegó nada
form-function-missing = Elija qué hace el miembro
form-house-unreadable = La institución es el nombre de un miembro, como county.example/finance
form-member-unreadable = Escriba un nombre como county.example/finance: minúsculas, cifras, puntos, guiones, barras
form-parent-unknown = Ningún miembro tiene este nombre: escriba el superior o déjelo vacío
form-parent-unreadable = Escriba el nombre de un miembro, como county.example/finance, o déjelo vacío
form-region-unreadable = Escriba un código como cn-4401 o déjelo vacío
form-shown-gone = Lo que se le mostró es demasiado viejo o cambió, y no se firmó nada: empiece de nuevo
form-tier-unreadable = Escriba el nivel con una cifra: 0 para la nación
form-title-unreadable = Escriba el título en una línea, sin caracteres especiales
form-vote-missing = Elija si su institución está a favor
form-question-answered = Esta pregunta se respondió mientras tanto o ya no está
form-questions-too-many = Hay demasiadas preguntas sobre esta transferencia: hablen entre ustedes
form-words-missing = Escriba algo
form-words-long = Escriba como máximo { $count } caracteres
form-words-unreadable = Escríbalo en una línea, sin caracteres especiales
form-occurred-missing = Escriba el día en que llegó
form-occurred-unreadable = Escriba un día, como 2026-03-27
form-occurred-future = El día no puede estar en el futuro
form-occurred-before-sent = El día no puede ser anterior al envío
form-reason-missing = Diga por qué en pocas palabras
form-reason-unreadable = Escriba el motivo en una línea, sin caracteres especiales
form-roles-missing = Elija qué podrá hacer
form-draft-changed = El borrador cambió mientras lo miraba: no se firmó nada. Así es ahora
form-draft-gone = El borrador ya no se puede cambiar: se firmó, se borró o es de otra persona
form-draft-own = Usted redactó este borrador: otra persona tiene que revisarlo y firmarlo
form-draft-invited = Quien redactó este borrador le invitó sin nadie más: otra persona tiene que revisarlo y firmarlo
form-draft-spent = Lo que iba a usar se gastó entretanto: no se firmó nada. Devuélvalo para que se redacte de nuevo
form-own-key-needed = Esto requiere una clave en un dispositivo propio: aquí la clave del servidor no puede firmar
form-drafts-too-many = Su entidad tiene 500 borradores abiertos: firme o borre algunos, o envíe una planilla
form-what-missing = Elija qué pasó
form-way-missing = Elija qué se hace con él
form-source-missing = Marque de qué dinero se trata
form-day-missing = Escriba el día
form-sum-over = Es más de lo que hay
form-sum-most = Es más de lo que hay por decidir: como máximo { $detail }
form-role-other = Su función no firma esto: lo hace un colega
form-count-missing = Escriba cuántas filas debe haber
form-count-unreadable = Escriba el número de filas en cifras, sin separadores
form-total-missing = Escriba lo que deben sumar los importes
form-sheet-missing = Elija el archivo de la planilla
form-sheet-too-large = El archivo es demasiado grande: envíelo en partes
form-sheet-too-many-rows = La planilla tiene más de { $count } filas: envíela en partes
form-sheet-unreadable = El archivo no es CSV ni XLSX, o está dañado: guárdelo de nuevo
form-sheet-empty = La planilla no tiene filas
form-sheet-column-payee = La primera fila debe nombrar una columna «beneficiario»
form-sheet-column-amount = La primera fila debe nombrar una columna «importe»
form-sheet-column-twice = Una columna está dos veces en la primera fila
form-sheet-spent = Lo que usa la planilla se tomó entretanto: envíela de nuevo
form-sheet-unsound = La planilla no se puede guardar: tiene filas por corregir o sus sumas no son las indicadas
form-sheets-too-many = Ya esperan diez planillas de su entidad: firme o borre algunas
form-sheet-busy = El servidor está ocupado: pruebe de nuevo en un momento
form-sheet-failed = El servidor no pudo registrarla: pruebe de nuevo
form-sheet-own-keys = En este programa solo firman las claves propias de las personas: elíjalas
form-signed-missing = Elija el archivo que hizo «countersign sign»
form-signed-too-large = El archivo pasa de 32 MB: no es el de esta planilla
form-signed-none = Nadie ha firmado en este archivo: fírmelo primero
form-signed-wrong = No se tomó nada: el archivo no es esta planilla firmada entera
form-due-before = El plazo no puede ser anterior al envío
form-payee-missing = Escriba a quién va
form-payee-accounts = Este receptor tiene varias cuentas y todavía no se le ha pagado: nombre una en la línea de comandos, countersign issue --account
form-payee-own = Un miembro no puede enviarse a sí mismo
form-payee-unknown = Ningún miembro se llama así: escriba otro o elija uno abajo
form-programme-missing = Elija el programa
form-purpose-unreadable = Escriba para qué es en una línea, sin caracteres especiales
form-ref-drafted = Otro borrador tiene esta referencia: elija otra
form-ref-missing = Escriba una referencia
form-ref-unreadable = Una referencia tiene de 1 a 64 letras, cifras y signos, sin espacios ni acentos
form-ref-used = Esta referencia se usó el { $detail }: elija otra
form-sent-missing = Escriba el día del envío
form-sum-beyond = Es más de lo que hay: se pueden enviar { $detail }
form-sum-missing = Escriba el importe
form-sum-scattered = Lo que se tiene está en demasiadas partes pequeñas para un solo asiento: envíe menos de una vez
form-sum-zero = Escriba un importe mayor que cero
form-changed = La transferencia cambió mientras usted la miraba. Mírela de nuevo antes de firmar
form-key-not-held = El servidor no guarda ninguna clave de su entidad. Pregunte a quien lo administra o confirme con una clave propia.
form-refused = El libro no lo aceptó.
form-invitation-gone = Ya se usó, se retiró o terminó su plazo. Pida una nueva.
form-invitation-not-waiting = Esta invitación no espera su confirmación: se confirmó, se retiró o terminó su plazo

## Who signed, on public pages

event-signer-server = confirmado a través del servidor, clave { $key }
signature-server = Confirmado a través del servidor: firmó, tras un segundo factor, la clave { $key } de { $member }, que guarda el servidor.
signature-server-approved = Aprobada a través del servidor: firmó, tras un segundo factor, la clave { $key } de { $member }, que guarda el servidor.
signature-server-new = La propia clave nueva { $key } de { $member }, que el servidor guarda desde ahora.
signature-server-signed = Firmado a través del servidor: firmó, tras un segundo factor, la clave { $key } de { $member }, que guarda el servidor.

## Una foto o un PDF junto a un recibo.
document-add = Adjuntar una foto o un PDF
document-file = Foto o PDF
document-file-hint = Por ejemplo, un comprobante del banco: JPEG, PNG, WebP o PDF, hasta { $count } MB. Pueden abrirlo las personas de quien paga y de quien recibe, y auditoría; todos ven que existe. Se quita dónde y con qué se tomó una foto; un PDF se guarda tal cual, con el nombre de su autor.
document-beside = Adjunto hasta ahora: { $document }. Un archivo nuevo lo reemplaza.
document-leave-out = No adjuntar el documento
document-row = Documento
document-open-own = Abrir el documento
evidence-title = Documentos de un asiento
evidence-of = Pertenecen a: { $entry }
evidence-about = Pueden abrirlos las personas de quien paga y de quien recibe, y auditoría. La página pública solo muestra sus resúmenes.
evidence-salt = Sal
evidence-take = Guardar el archivo
evidence-missing = El archivo ya no se guarda aquí. Su resumen queda en el asiento.
evidence-differs = El archivo que está aquí no es el que se firmó, así que no se entrega. Avise a quien administra el servidor.
evidence-check = Cómo comprobar un archivo
evidence-check-about = El resumen es el SHA3-256 de los 32 bytes de la sal seguidos del archivo. Con ambos, esta orden lo muestra:
form-document-too-large = El archivo supera { $count } MB: haga la foto más pequeña o guárdela de nuevo
form-document-gone = El archivo ya no está aquí: elíjalo de nuevo
form-document-kind = Elija un archivo JPEG, PNG, WebP o PDF
form-document-unreadable = El archivo está dañado, es animado o tiene demasiados píxeles: guárdelo de nuevo
form-documents-too-many = Demasiados documentos suyos esperan una firma: firme antes aquello a lo que pertenecen
