### Lo que se dice mientras el equipo del lector comprueba el total de un programa.

total-title = Compruebe usted el total de este programa
total-link = Comprobar estos totales por su cuenta
total-lead = Su propio equipo descarga todos los asientos del registro público, comprueba que están firmados y que figuran en él, y vuelve a sumar el dinero. Las sumas de este servidor no se dan por buenas.
total-no-script = La comprobación de esta página necesita JavaScript y WebAssembly, y esta página no los tiene en este momento. La línea de comandos hace lo mismo y más.
total-caption = Las cifras de esta página, en { $currency }, tras { $count ->
    [one] un asiento
   *[other] { $count } asientos
}
total-on-page = En esta página
total-by-entries = Según los asientos
total-of-month = { $term }, { $month }

## The form

total-start = Descargar el registro y comprobar
total-again = Comprobar otra vez
total-stop = Detener
total-trust = La clave del registro y la política en las que usted confía
total-trust-hint = Aquí está lo que este servidor dice de sí mismo. Vale más si pone lo que usted anotó antes o recibió de otra persona: la clave de un registro, o una tlog-policy con testigos y un quórum.
total-progress = Comprobados { $done } de { $all } asientos
total-stopped = Detenido tras { $done } de { $all } asientos. No se ha averiguado nada sobre el total.

## The result

total-all-hold = Todas las comprobaciones se cumplen: los asientos dan las cifras de esta página.
total-some-fail = Una comprobación falla. No se fíe de estas cifras tal como están.
total-some-open = Algo no se pudo comprobar, así que no se dice nada sobre el total.
total-took = { $seconds } segundos en este equipo, para { $bytes } MB de asientos.
total-unreachable = No se pudo descargar el punto de control del registro: { $why }
total-checkpoint-bad = No se puede leer el punto de control del registro: { $why }
total-too-many = El registro tiene { $entries } asientos. Una página en el navegador comprueba { $max } como máximo, por su memoria y por su paciencia; la línea de comandos comprueba cualquier número.
total-truncated = El registro termina demasiado pronto: su punto de control tiene { $size } asientos y esta página se hizo con { $entries }. Si acaban de llegar asientos, compruebe otra vez dentro de un minuto; si sigue así, esta página muestra más de lo publicado.
total-bundle-bad = Los asientos a partir del { $first } no se pueden descargar o leer: { $why }
total-root = Los { $size } asientos juntos dan la raíz del punto de control: son los que el registro { $log } ha firmado, en este orden, y no falta ninguno.
total-root-bad = Los asientos no dan la raíz del punto de control sobre { $size } asientos: alguien cambió, quitó o movió uno después de que el registro firmara.
total-entries = Cada uno de los { $entries } asientos está escrito como pide el formato, y { $signatures } firmas corresponden a sus textos.
total-entry-bad = El asiento { $index } es incorrecto ({ $kind } { $identity }): { $why }
total-entry-unreadable = El asiento { $index } no se puede leer: { $why }
total-money = El dinero de { $steps } pagos cuadra: nada se tomó de una fuente que no lo tenía, y nada cuenta como recibido por encima de lo enviado.
total-same = Las { $count } cifras de esta página y de los meses del programa son las que dan los primeros { $entries } asientos.
total-differs = { $figure }: esta página dice { $page }, los asientos dan { $entries }.
total-not-compared = No se compararon las cifras.

## What it means

total-checked = Qué se comprueba y qué demuestra
total-checked-log = Que la clave del registro en la que usted confía ha firmado el punto de control, y que todos los asientos juntos dan su raíz.
total-checked-entries = De cada asiento: su forma, que pertenece a este libro y figura en él una sola vez, y cada firma, con una clave que el propio registro ha inscrito para ese nombre.
total-checked-money = Del dinero de todos los programas: que ningún asiento gasta, devuelve, recupera o da de baja más de lo que hay, y que cada uno habla del pago, del pagador y del receptor correctos.
total-checked-figures = Que las cifras de arriba y las cifras del programa por mes son las que dan los asientos, hasta la última unidad.
total-checked-proves = Si todo se cumple, estos totales se siguen de lo que firmaron pagadores y receptores, y de nada más.
total-unchecked = Qué no se comprueba aquí
total-unchecked-rules = El resto de las reglas: si una clave se inscribió correctamente, tenía la función o estaba revocada cuando firmó, los umbrales, la aprobación de una segunda persona, los períodos cerrados, los relojes. Todas juntas son demasiado para que una página las cargue; la línea de comandos y todos los espejos las comprueban.
total-unchecked-figures = Las cifras del programa por nivel y por lugar, sus hallazgos, y cuánto de lo no confirmado está vencido.
total-unchecked-true = Si lo firmado es verdad: a dos partes que mienten igual las descubren los bancos, los beneficiarios y los controles sobre el terreno.
total-unchecked-server = Si esta página es honrada: vino del servidor que comprueba. La línea de comandos, o un espejo de otra institución, no dependen de él.

## With the command line

total-elsewhere-about = El programa countersign comprueba cada asiento con todas las reglas. Una copia propia tiene entonces los totales, que se pueden comparar con esta página.
total-elsewhere-mirror = Un espejo sigue el registro y se detiene, con pruebas, donde el registro se aparta de lo que ha firmado.
