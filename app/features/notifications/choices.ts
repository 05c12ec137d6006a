/** What the person chose for one topic of notices, as `my_notification_choices()` answers it. */
export type Choice = { topic: string; mail: boolean; sms: boolean; always_on: boolean }

const TOPICS: Record<string, { label: string; hint: string }> = {
  security: {
    label: 'Security',
    hint: 'New devices, changed passwords and addresses, anything unusual. By email they always come.',
  },
  account: { label: 'Account', hint: 'Welcome, and news about your account.' },
  tickets: { label: 'Tickets', hint: 'Replies and changes on your tickets.' },
}

/** What a topic is called; a new topic shows its own name until it has words. */
export function topicWords(topic: string): { label: string; hint: string } {
  return Object.hasOwn(TOPICS, topic) ? TOPICS[topic]! : { label: topic, hint: '' }
}
