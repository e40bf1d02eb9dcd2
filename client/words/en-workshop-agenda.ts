/** What is said of the agenda, the running step, its timer and the report, in English: a part of the table in `en.ts`. */
export const enWorkshopAgenda = {
  // Commands
  'command.agenda': 'Agenda',
  'command.step': 'The running step',
  'command.startSession': 'Start the session',
  'command.nextStep': 'Next step',
  'command.previousStep': 'Previous step',
  'command.skipStep': 'Skip this step',
  'command.pauseStep': 'Pause the timer',
  'command.resumeStep': 'Let the timer go on',
  'command.moreTime': { one: 'Add one minute', other: 'Add {count} minutes' },
  'command.lessTime': { one: 'Take a minute away', other: 'Take {count} minutes away' },
  'command.endSession': 'End the session',
  'command.report': 'Report of the session',
  'command.mute': 'Mute the last ten seconds',
  'command.unmute': 'Let the last ten seconds sound',

  // The running step
  'step.running': 'Running step',
  'step.untitled': 'Untitled step',
  'step.place': 'Step {number} of {of}',
  'menu.session': 'More for this step',
  'step.tab': 'Step',
  'may.all': 'In this step you may do everything.',
  'may.some': 'In this step you may: {acts}.',
  'may.none': 'In this step notes stay as they are: read and talk.',
  'may.act.add': 'add notes',
  'may.act.text': 'write in notes',
  'may.act.style': 'colour notes',
  'may.act.move': 'move notes',
  'may.act.group': 'group notes',
  'may.act.link': 'change links',
  'may.act.mark': 'mark notes',
  'may.act.delete': 'delete notes',
  'may.act.vote': 'vote',
  'may.change.all': 'change notes',
  'may.change.own': 'change your own notes',

  // The timer
  'timer.left': 'Time left',
  'timer.gone': 'Time so far',
  'timer.soon': 'Ends soon',
  'timer.last': 'Last moments',
  'timer.over': 'Time is up',
  'timer.paused': 'Paused',
  'live.began': 'Step {number} of {of}: {title}. {may}',
  'live.beganAlone': 'Now: {title}. {may}',
  'live.ended': 'The session has ended. The board is open.',
  'live.half': {
    one: 'Half of the time is over: one minute left.',
    other: 'Half of the time is over: {count} minutes left.',
  },
  'live.minute': 'One minute left.',
  'live.end': 'Time is up.',
  'live.paused': 'The timer is paused.',
  'live.resumed': 'The timer goes on.',
  'live.longer': { one: 'One minute was added.', other: '{count} minutes were added.' },
  'live.shorter': { one: 'One minute was taken away.', other: '{count} minutes were taken away.' },

  // Leaving a step
  'doubt.writing': { one: 'One person is still writing.', other: '{count} people are still writing.' },
  'said.notLed.stale': 'Another facilitator was faster. Look at what runs now, then try again.',
  'said.notLed.role': 'Only facilitators lead a session.',
  'said.notLed.unreachable': 'The server cannot be reached, so nothing changed. Try again when there is a connection.',
  'said.notLed.failed': 'That was not taken, and nothing changed.',

  // The agenda
  'agenda.tab': 'Agenda',
  'agenda.empty':
    'An agenda leads everybody through a session, step by step. Choose a ready one to begin with, then start it; all of it can be changed.',

  // People
  'people.admit': 'Let them in',
  'people.waits': '{name} waits to be let in.',
} as const
