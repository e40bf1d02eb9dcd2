/** What is said of dot voting and its results, in German: a part of the table in `de.ts`. */
import type { enVotes } from './en-workshop-votes.ts'
import type { Part } from './words.ts'

export const deVotes = {
  'command.giveDot': 'Punkt geben',
  'command.takeDot': 'Punkt zurücknehmen',
  'command.voteDone': 'Ich bin fertig mit Abstimmen',
  'command.voteResults': 'Ergebnisse der Abstimmungen',

  'vote.label': 'Abstimmung',
  'vote.rules.free': {
    one: 'Du hast {count} Punkt.',
    other: 'Du hast {count} Punkte, wenn du magst, alle auf einer Notiz.',
  },
  'vote.rules.most': {
    one: 'Du hast {count} Punkt, höchstens {most} auf einer Notiz.',
    other: 'Du hast {count} Punkte, höchstens {most} auf einer Notiz.',
  },
  'vote.rules.block': { one: 'Höchstens {count} in jedem Block.', other: 'Höchstens {count} in jedem Block.' },
  'vote.rules.areas': 'Nur in {areas}.',
  'vote.rules.secret': 'Niemand sieht deine Punkte. Die Summen erscheinen, wenn die Abstimmung endet.',
  'vote.rules.live': 'Alle sehen die Summen, und niemand, von wem die Punkte sind.',
  'vote.rules.named': 'Wenn die Abstimmung endet, sehen alle, wer welche Punkte gab.',
  'vote.rules.until': 'Offen bis {date}.',
  'vote.notVoter': 'Du kamst, als die Abstimmung schon lief. Die Summen siehst du, wenn sie endet.',
  'vote.left': { one: 'noch {count}', other: 'noch {count}' },
  'vote.none': 'keine mehr',
  'vote.progress': '{done} von {of} sind fertig',
  'vote.done': 'Fertig',
  'vote.undone': 'Fertig. Doch nicht',
  'vote.close': 'Abstimmung beenden',
  'vote.closeAsk': {
    one: '{count} Person ist noch nicht fertig. Abstimmung beenden?',
    other: '{count} Personen sind noch nicht fertig. Abstimmung beenden?',
  },
  'vote.keep': 'Offen lassen',
  'vote.extend': 'Länger offen lassen',
  'vote.extend.dot': 'Ein Punkt mehr für alle',
  'vote.extend.days': { one: 'Einen Tag offen', other: '{count} Tage offen' },
  'vote.standing': {
    one: '{count} Person hat noch Punkte',
    other: '{count} Personen haben noch Punkte',
  },
  'vote.gone': {
    one: '{count} Punkt von dir liegt auf einer Notiz, die jetzt nicht zur Wahl steht.',
    other: '{count} Punkte von dir liegen auf Notizen, die jetzt nicht zur Wahl stehen.',
  },
  'vote.takeGone': 'Zurücknehmen',

  'vote.give': '{text} einen Punkt geben',
  'vote.take': 'Von {text} einen Punkt zurücknehmen',
  'vote.dots': { one: '{count} Punkt von dir', other: '{count} Punkte von dir' },
  'vote.fault.number': 'Hier ist kein Punkt von dir, den du zurücknehmen kannst.',
  'vote.fault.gone': 'Diese Notiz ist nicht mehr da.',
  'vote.fault.notVoted': 'Das steht nicht zur Wahl.',
  'vote.fault.perNote': 'Mehr Punkte gehen nicht auf eine Notiz.',
  'vote.fault.perBlock': 'Keine Punkte mehr in {area}.',
  'vote.fault.noneLeft': 'Keine Punkte mehr.',
  'vote.failed.refused': 'Dieser Punkt wurde nicht angenommen. Die Abstimmung ist wohl beendet.',
  'vote.failed.unreachable': 'Keine Verbindung. Dieser Punkt kam nicht an.',
  'vote.failed.command': 'Das ging nicht. Versuch es noch einmal.',

  'vote.heard.began': {
    one: 'Eine Abstimmung beginnt: {title}. Du hast {count} Punkt.',
    other: 'Eine Abstimmung beginnt: {title}. Du hast {count} Punkte.',
  },
  'vote.heard.ended': 'Die Abstimmung ist beendet: {title}. Die Ergebnisse sind da.',
  'vote.heard.cast': {
    one: '{count} Punkt dort, {left}.',
    other: '{count} Punkte dort, {left}.',
  },

  'results.heading': 'Ergebnisse',
} as const satisfies Part<typeof enVotes>
