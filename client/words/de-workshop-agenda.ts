/** What is said of the agenda, the running step, its timer and the report, in German: a part of the table in `de.ts`. */
import type { enWorkshopAgenda } from './en-workshop-agenda.ts'
import type { Part } from './words.ts'

export const deWorkshopAgenda = {
  // Commands
  'command.agenda': 'Agenda',
  'command.step': 'Der laufende Schritt',
  'command.startSession': 'Sitzung starten',
  'command.nextStep': 'Nächster Schritt',
  'command.previousStep': 'Voriger Schritt',
  'command.skipStep': 'Diesen Schritt überspringen',
  'command.pauseStep': 'Uhr anhalten',
  'command.resumeStep': 'Uhr weiterlaufen lassen',
  'command.moreTime': { one: 'Eine Minute dazugeben', other: '{count} Minuten dazugeben' },
  'command.lessTime': { one: 'Eine Minute wegnehmen', other: '{count} Minuten wegnehmen' },
  'command.endSession': 'Sitzung beenden',
  'command.report': 'Bericht der Sitzung',
  'command.mute': 'Die letzten zehn Sekunden stumm schalten',
  'command.unmute': 'Die letzten zehn Sekunden hörbar machen',

  // The running step
  'step.running': 'Laufender Schritt',
  'step.untitled': 'Schritt ohne Titel',
  'step.place': 'Schritt {number} von {of}',
  'menu.session': 'Mehr zu diesem Schritt',
  'step.tab': 'Schritt',
  'may.all': 'In diesem Schritt darfst du alles.',
  'may.some': 'In diesem Schritt darfst du: {acts}.',
  'may.none': 'In diesem Schritt bleiben Notizen, wie sie sind: lesen und reden.',
  'may.act.add': 'Notizen hinzufügen',
  'may.act.text': 'in Notizen schreiben',
  'may.act.style': 'Notizen färben',
  'may.act.move': 'Notizen verschieben',
  'may.act.group': 'Notizen gruppieren',
  'may.act.link': 'Verbindungen ändern',
  'may.act.mark': 'Notizen kennzeichnen',
  'may.act.delete': 'Notizen löschen',
  'may.act.vote': 'abstimmen',
  'may.change.all': 'Notizen ändern',
  'may.change.own': 'eigene Notizen ändern',

  // The timer
  'timer.left': 'Verbleibende Zeit',
  'timer.gone': 'Bisherige Zeit',
  'timer.soon': 'Endet bald',
  'timer.last': 'Gleich vorbei',
  'timer.over': 'Zeit ist um',
  'timer.paused': 'Angehalten',
  'live.began': 'Schritt {number} von {of}: {title}. {may}',
  'live.beganAlone': 'Jetzt: {title}. {may}',
  'live.ended': 'Die Sitzung ist zu Ende. Das Board ist offen.',
  'live.half': {
    one: 'Die Hälfte der Zeit ist um: noch eine Minute.',
    other: 'Die Hälfte der Zeit ist um: noch {count} Minuten.',
  },
  'live.minute': 'Noch eine Minute.',
  'live.end': 'Die Zeit ist um.',
  'live.paused': 'Die Uhr ist angehalten.',
  'live.resumed': 'Die Uhr läuft weiter.',
  'live.longer': { one: 'Eine Minute kam dazu.', other: '{count} Minuten kamen dazu.' },
  'live.shorter': { one: 'Eine Minute wurde weggenommen.', other: '{count} Minuten wurden weggenommen.' },

  // Leaving a step
  'doubt.writing': { one: 'Eine Person schreibt noch.', other: '{count} Menschen schreiben noch.' },
  'said.notLed.stale': 'Eine andere Moderation war schneller. Sieh nach, was jetzt läuft, dann versuch es noch einmal.',
  'said.notLed.role': 'Nur wer moderiert, führt durch eine Sitzung.',
  'said.notLed.unreachable':
    'Der Server ist nicht zu erreichen, darum hat sich nichts geändert. Versuch es mit Verbindung noch einmal.',
  'said.notLed.failed': 'Das wurde nicht angenommen, und nichts hat sich geändert.',

  // The agenda
  'agenda.tab': 'Agenda',
  'agenda.empty':
    'Eine Agenda führt alle durch eine Sitzung, Schritt für Schritt. Wähl für den Anfang eine fertige und starte sie; alles daran lässt sich ändern.',

  // People
  'people.admit': 'Hereinlassen',
  'people.waits': '{name} wartet auf Einlass.',
} satisfies Part<typeof enWorkshopAgenda>
