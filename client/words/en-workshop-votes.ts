/** What is said of dot voting and its results, in English: a part of the table in `en.ts`. */
export const enVotes = {
  'command.giveDot': 'Give a dot',
  'command.takeDot': 'Take a dot back',
  'command.voteDone': 'I am done voting',
  'command.voteResults': 'Results of votes',

  'vote.label': 'Vote',
  'vote.rules.free': { one: 'You have {count} dot.', other: 'You have {count} dots, all on one note if you like.' },
  'vote.rules.most': {
    one: 'You have {count} dot, at most {most} on one note.',
    other: 'You have {count} dots, at most {most} on one note.',
  },
  'vote.rules.block': { one: 'At most {count} in each block.', other: 'At most {count} in each block.' },
  'vote.rules.areas': 'Only in {areas}.',
  'vote.rules.secret': 'Nobody sees your dots. Totals appear when the vote closes.',
  'vote.rules.live': 'Everybody sees the totals, and nobody whose dots they are.',
  'vote.rules.named': 'When the vote closes, everybody sees who gave which dots.',
  'vote.rules.until': 'Open until {date}.',
  'vote.notVoter': 'You came after this vote had begun. You see the totals when it closes.',
  'vote.left': { one: '{count} left', other: '{count} left' },
  'vote.none': 'none left',
  'vote.progress': '{done} of {of} have finished',
  'vote.done': 'I’m done',
  'vote.undone': 'Done. Undo',
  'vote.close': 'Close the vote',
  'vote.closeAsk': {
    one: '{count} person has not finished. Close the vote?',
    other: '{count} people have not finished. Close the vote?',
  },
  'vote.keep': 'Keep it open',
  'vote.extend': 'Keep open longer',
  'vote.extend.dot': 'One more dot for each',
  'vote.extend.days': { one: 'Open for a day', other: 'Open for {count} days' },
  'vote.standing': {
    one: '{count} person has dots left',
    other: '{count} people have dots left',
  },
  'vote.gone': {
    one: '{count} dot of yours is on a note that cannot be voted now.',
    other: '{count} dots of yours are on notes that cannot be voted now.',
  },
  'vote.takeGone': 'Take back',

  'vote.give': 'Give a dot to {text}',
  'vote.take': 'Take a dot back from {text}',
  'vote.dots': { one: '{count} dot of yours', other: '{count} dots of yours' },
  'vote.fault.number': 'There is no dot of yours to take back.',
  'vote.fault.gone': 'This note is not there any more.',
  'vote.fault.notVoted': 'This is not voted.',
  'vote.fault.perNote': 'No more dots on one note.',
  'vote.fault.perBlock': 'No dots left in {area}.',
  'vote.fault.noneLeft': 'No dots left.',
  'vote.failed.refused': 'This dot was not taken. The vote may have closed.',
  'vote.failed.unreachable': 'No connection. This dot did not get there.',
  'vote.failed.command': 'That did not work. Try again.',

  'vote.heard.began': {
    one: 'A vote begins: {title}. You have {count} dot.',
    other: 'A vote begins: {title}. You have {count} dots.',
  },
  'vote.heard.ended': 'The vote is closed: {title}. The results are there.',
  'vote.heard.cast': {
    one: '{count} dot there, {left}.',
    other: '{count} dots there, {left}.',
  },

  'results.heading': 'Results',
} as const
