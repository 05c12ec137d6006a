import { setTimeout as wait } from 'node:timers/promises'
import { PGlite } from '@electric-sql/pglite'
import { Kysely, sql } from 'kysely'
import { expect, test } from 'vitest'
import { serialPgliteDialect } from '../local/database/serial-pglite-dialect'

test('transactions that wait in the middle do not mix', async () => {
  const pglite = new PGlite()
  const db = new Kysely<unknown>({ dialect: serialPgliteDialect(pglite) })
  await pglite.exec('create table seen (who int)')

  const transactions = [1, 2, 3, 4, 5].map((who) =>
    db.transaction().execute(async (trx) => {
      await sql`select set_config('test.who', ${String(who)}, true)`.execute(trx)
      await wait(2)
      await sql`insert into seen values (current_setting('test.who')::int)`.execute(trx)
      if (who === 3) throw new Error('rolled back')
    }),
  )
  const settled = await Promise.allSettled(transactions)
  const { rows } = await sql<{ who: number }>`select who from seen order by who`.execute(db)
  await pglite.close()

  expect(settled.filter(({ status }) => status === 'rejected')).toHaveLength(1)
  expect(rows.map((row) => row.who)).toEqual([1, 2, 4, 5])
})
