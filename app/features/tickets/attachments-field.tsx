import { FileField, type FieldText } from '~/ui/field'
import { fileHint, type FileRules } from './file-rules'
import { acceptedEndings } from './file-types'

type Props = {
  /** Name, id and error, from the form's state. */
  field: Pick<FieldText, 'id' | 'error'> & { name: string }
  rules: FileRules
}

/** Files for a message. What the dialog offers is a courtesy: the server looks at the bytes. */
export function AttachmentsField({ field, rules }: Props) {
  return (
    <FileField
      {...field}
      label="Attachments"
      hint={fileHint(rules)}
      accept={acceptedEndings(rules.kinds)}
      optional
      multiple={rules.maxFiles > 1}
    />
  )
}
