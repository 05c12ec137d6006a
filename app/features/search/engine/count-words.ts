import { addWord, type Vocabulary, type VocabularyWord } from './vocabulary'
import { normalise, writtenWordsOf } from './words'

/**
 * Counts the words of one text after the other and tells which they are. Each way to write a word is
 * read once: a collection writes its words a hundred times.
 */
export function wordCounter(vocabulary: Vocabulary): (text: string) => VocabularyWord[] {
  const asWritten = new Map<string, VocabularyWord>()
  return (text) => {
    const words: VocabularyWord[] = []
    for (const written of writtenWordsOf(text)) {
      const known = asWritten.get(written)
      if (known) {
        known.frequency += 1
        words.push(known)
        continue
      }
      const normalised = normalise(written)
      if (normalised === '') continue
      const word = addWord(vocabulary, normalised)
      asWritten.set(written, word)
      words.push(word)
    }
    return words
  }
}
