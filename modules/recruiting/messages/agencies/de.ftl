agencies-tab = Vermittlungen
agencies-text = Vermittlungen lesen diese Stelle wie Bewerbende, mit Ihrem Hinweis, und schlagen auf der Karriereseite Personen vor. Sie sehen nie, wer sonst vorgeschlagen wurde, und keine Akte.
agencies-given = Gegeben an
agencies-nobody = Noch hat keine Vermittlung diese Stelle.
agencies-no-agency = Es gibt keine weitere Vermittlung unter Vertrag. Legen Sie eine unter „Personalvermittlungen“ an, mit den Personen, die dort arbeiten.
agencies-give = An Vermittlung geben
agencies-gave = Die Personen der Vermittlung erhalten eine E-Mail.
agencies-take-back = Zurücknehmen
agencies-taken-back = Die Vermittlung sieht die Stelle nicht mehr.
agencies-holds = Sieht sie
agencies-holds-not = Sieht sie nicht
agencies-counts = { $proposed } vorgeschlagen, { $accepted } angenommen, { $hired } eingestellt
agencies-none = Noch wurde niemand vorgeschlagen.
agencies-by = Vorgeschlagen von { $agency } am { $day }
agencies-for = für { $vacancy }
agencies-protected = Geschützt bis { $day }.
agencies-protection-over = Der Schutz endete am { $day }.
agencies-fee = Honorar: { $fee }
agencies-fee-share = Honorar bei Einstellung: { $fee } des ersten Jahresgehalts
agencies-applied = Hat schon eine Bewerbung für diese Stelle.
agencies-first = { $agency } war zuerst: geschützt bis { $day }.
agencies-known = Eine Akte gab es schon; daran wurde nichts geändert. Nehmen Sie den Vorschlag an, damit eine Bewerbung entsteht.
agencies-same = Vielleicht dieselbe Person wie:
agencies-wrote = Die Vermittlung schrieb
agencies-accept = Annehmen
agencies-duplicate = Bereits bekannt
agencies-refuse = Ablehnen
agencies-decided = Entschieden; die Vermittlung kann es lesen.
agencies-undecided = Die Vermittlung liest „eingegangen“, bis Sie entscheiden.
agencies-details = Einzelheiten
agencies-wait = Über den Vorschlag einer Vermittlung entscheiden
mail-agency-given-subject = Eine Stelle für Sie: { $vacancy }
mail-agency-given-body =
    Guten Tag { $name },

    { $tenant } bittet Ihre Vermittlung um Vorschläge für „{ $vacancy }“ (Referenz { $reference }), ab { $start }.
mail-agency-given-button = Stelle öffnen
mail-agency-answer-subject = Ihr Vorschlag { $number }: { $state }
mail-agency-answer-body =
    Guten Tag { $name },

    Ihr Vorschlag { $number } für „{ $vacancy }“ bei { $tenant } steht jetzt so: { $state }.
mail-agency-answer-button = Vorschlag öffnen
mail-agency-proposed-subject = { $agency } schlägt jemanden für „{ $title }“ vor
mail-agency-proposed-body =
    Guten Tag,

    { $agency } hat jemanden für „{ $title }“ vorgeschlagen. Ob Sie den Vorschlag aufnehmen, entscheiden Sie; bis dahin liest die Vermittlung, dass er eingegangen ist.
mail-agency-proposed-button = Vorschläge öffnen
mail-candidate-proposed-subject = { $agency } hat Sie { $tenant } vorgeschlagen
mail-candidate-proposed-body =
    Guten Tag { $name },

    die Personalvermittlung { $agency } hat Sie { $tenant } für „{ $vacancy }“ (Referenz { $reference }) vorgeschlagen und uns gesagt, dass Sie einverstanden sind. Von ihr haben wir Ihren Namen, Ihre Adresse und was sie über Sie gesendet hat: vielleicht Telefonnummer, Ort, Lebenslauf und weitere Unterlagen.

    { $tenant } hat diese Daten nun, um mit Ihnen zu entscheiden, ob wir zusammenarbeiten. Ihr Bereich zeigt sie, mit dem Datenschutzhinweis. Dort können Sie sie berichtigen, sich alle senden lassen, sich zurückziehen oder alles löschen lassen.

    Sie waren nicht einverstanden? Dann löschen Sie dort alles, und sagen Sie es uns bitte.
mail-candidate-proposed-button = Meinen Bereich öffnen
