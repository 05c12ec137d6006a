const FUNCTION_WORDS = `
a about after again all also am an and any are as at be because been before being between both but by
came can cannot cant come could couldnt did didnt do does doesnt doing done dont during each either else ever every
few for from further get gets getting go goes going gone got had has hasnt have havent having he her here hers him his how
i if im in into is isnt it its itself ive just keep know let lets like
many may maybe me might mine more most much must my myself need needs no nor not now
of off ok on once one only onto or other our ours out over own please
put quite rather really same she should shouldnt since so some somehow someone something
than that thats the their theirs them then there theres these they theyre thing things this those though through to too
under until up upon us very want wants was wasnt way we were werent what whatever whats when where whether which while who whom whose why will
with within without wont would wouldnt yes yet you your youre yours yourself
hello hey hi thanks thank
`

/** Words that say how a question is put, not what it is about. */
export const STOP_WORDS: ReadonlySet<string> = new Set(FUNCTION_WORDS.trim().split(/\s+/))
