/** The words of the ready agendas, in German: a part of the table in `de.ts`. */
import type { enReadyAgendas } from './en-ready-agendas.ts'
import type { Part } from './words.ts'

export const deReadyAgendas = {
  'ready.sketch': 'Eine Skizze',
  'ready.sketch.is': {
    one: 'Ein Schritt: ein erstes Modell, schnell',
    other: '{count} Schritte: ein erstes Modell, schnell',
  },
  'ready.team': 'Eine Stunde im Team',
  'ready.team.is': {
    one: 'Ein Schritt: alle neun Blöcke und eine Abstimmung',
    other: '{count} Schritte: alle neun Blöcke und eine Abstimmung',
  },
  'ready.full': 'Der ganze Workshop',
  'ready.full.is': {
    one: 'Ein Schritt: vom Aufwärmen bis zu Aufgaben mit Namen',
    other: '{count} Schritte: vom Aufwärmen bis zu Aufgaben mit Namen',
  },
  'ready.promiseFirst': 'Zuerst das Versprechen',
  'ready.promiseFirst.is': {
    one: 'Ein langer Schritt, in der üblichen Reihenfolge',
    other: '{count} lange Schritte, in der üblichen Reihenfolge',
  },
  'ready.discoveryFirst': 'Vom Entdecken her',
  'ready.discoveryFirst.is': {
    one: 'Ein langer Schritt, der bei den Kunden beginnt',
    other: '{count} lange Schritte, die bei den Kunden beginnen',
  },

  'plan.warmUp': 'Aufwärmen',
  'plan.warmUp.do':
    'Probier es auf dem Parkplatz aus: eine Notiz hinzufügen, verschieben, einer Notiz deinen Punkt geben. Nichts davon bleibt.',
  'plan.segments': 'Segmente: Wer genau?',
  'plan.segments.do': 'Eine Gruppe von Menschen je Notiz. Andere sehen, wie viele du hast, nicht die Worte.',
  'plan.sortSegments': 'Aufdecken, zusammenlegen, färben',
  'plan.sortSegments.do':
    'Lest sie vor. Was dasselbe meint, kommt in eine Gruppe, und jedes Segment bekommt eine Farbe.',
  'plan.value': 'Nutzen je Segment',
  'plan.value.do': 'Schreib ein Versprechen je Notiz. Verbinde es mit dem Segment, für das es ist.',
  'plan.marketSide': 'Kanäle, Beziehungen, Einnahmen',
  'plan.marketSide.do': 'Wie erreicht ihr jedes Segment, was erwartet es von euch, und wofür zahlt es?',
  'plan.voteStrongest': 'Abstimmen: stärkster Nutzen, stärkste Einnahme',
  'plan.voteStrongest.do':
    'Welches Versprechen hielte einen Kunden? Auf welche Einnahme würdest du setzen? **Zwei Punkte in jedem Block.**',
  'plan.operations': 'Aktivitäten, Ressourcen, Partner',
  'plan.operations.do': 'Was müsst ihr tun und haben, um diese Versprechen zu halten, und wer hilft?',
  'plan.costs': 'Kosten und grobe Zahlen',
  'plan.costs.do': 'Schreibt die größten Kosten zuerst. Grobe Zahlen genügen.',
  'plan.coherence': 'Prüfen, was lose hängt',
  'plan.coherence.do':
    'Folgt einem Segment nach dem anderen.\n\n- Bekommt es ein Versprechen, einen Kanal, eine Beziehung?\n- Zahlt jemand?\n- Dient jede Aktivität etwas?',
  'plan.voteRiskiest': 'Annahmen kennzeichnen',
  'plan.voteRiskiest.do':
    'Was glaubst du, ohne es geprüft zu haben? Gib deine Punkte den fünf Notizen mit dem größten Risiko.',
  'plan.actions': 'Aufgaben: Test, Name, Datum',
  'plan.actions.do': 'Ein Test für jede riskante Annahme: Wer macht ihn, und bis wann?',
  'plan.story': 'Die Geschichte in drei Minuten',
  'plan.story.do': 'Eine Person erzählt das Modell, Segment für Segment. Die anderen hören zu.',
  'plan.sketchSegments': 'Für wen ist es?',
  'plan.sketchSegments.do': 'Schreibt die Gruppen von Menschen auf, die zählen. Eine je Notiz.',
  'plan.sketchValue': 'Warum würden sie euch wählen?',
  'plan.sketchValue.do': 'Ein Versprechen je Notiz, verbunden mit dem Segment, für das es ist.',
  'plan.sketchReach': 'Wie erreicht ihr sie?',
  'plan.sketchReach.do': 'Kanäle, und welche Art von Beziehung jedes Segment erwartet.',
  'plan.sketchMoney': 'Woher kommt Geld, wohin geht es?',
  'plan.sketchMoney.do': 'Wofür zahlen Menschen, und was kostet am meisten?',
  'plan.promise': 'Kunden und Versprechen',
  'plan.promise.do': 'Wer sind sie, und warum würden sie euch wählen? Verbindet jedes Versprechen mit seinem Segment.',
  'plan.viability': 'Trägt es sich?',
  'plan.viability.do': 'Legt Einnahmen neben Kosten. Ist eins größer als das andere, und warum?',
  'plan.ways': 'Kanäle und Beziehungen',
  'plan.ways.do': 'Wie erreicht das Versprechen jedes Segment, und was hält es?',
  'plan.discovery': 'Was ihr von Kunden wisst',
  'plan.discovery.do': 'Schreibt auf, was ihr gesehen und gehört habt, nicht, was ihr hofft.',
  'plan.propositions': 'Versprechen, die darauf antworten',
  'plan.propositions.do': 'Zu allem, was ihr gefunden habt: Was würdet ihr versprechen?',
  'plan.revenueModel': 'Wofür würden sie zahlen?',
  'plan.revenueModel.do': 'Schreibt jeden Weg auf, auf dem Geld hereinkommt, mit einer groben Zahl.',
  'plan.running': 'Was der Betrieb braucht',
  'plan.running.do': 'Aktivitäten, Ressourcen und Partner, die die Versprechen brauchen, und was sie kosten.',
} satisfies Part<typeof enReadyAgendas>
