/** Runs SQL as somebody who may read the catalogue. */
type Query = <Row>(text: string) => Promise<Row[]>

export type Column = {
  table: string
  name: string
  type: string
  nullable: boolean
  /** Has a default, so an insert may leave it out. */
  optional: boolean
  /** Is computed, so nobody may write it. */
  generated: boolean
}

export type ForeignKey = {
  table: string
  name: string
  columns: string[]
  target: string
  targetColumns: string[]
  /** At most one row refers to each target. */
  oneToOne: boolean
}

export type DatabaseFunction = {
  name: string
  args: { name: string; type: string; optional: boolean }[]
  /** Columns of a `returns table`; null for every other function. */
  rowColumns: { name: string; type: string }[] | null
  returns: string
  returnsSet: boolean
}

/** What the schema `public` offers, in alphabetical order: from this the types are written. */
export async function readCatalogue(query: Query) {
  const [columns, foreignKeys, functions] = [
    await query<Column>(columnsSql),
    await query<ForeignKey>(foreignKeysSql),
    await query<DatabaseFunction>(functionsSql),
  ]
  return { columns, foreignKeys, functions }
}

export type Catalogue = Awaited<ReturnType<typeof readCatalogue>>

const columnsSql = `
  select
    c.relname as "table",
    a.attname as name,
    format_type(a.atttypid, null) as type,
    not a.attnotnull as nullable,
    a.atthasdef or a.attidentity <> '' as optional,
    a.attgenerated <> '' or a.attidentity = 'a' as generated
  from pg_class c
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
  order by c.relname collate "C", a.attname collate "C"`

const foreignKeysSql = `
  select
    c.relname as "table",
    k.conname as name,
    (select json_agg(a.attname order by p.place)
      from unnest(k.conkey) with ordinality p (number, place)
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = p.number) as columns,
    t.relname as target,
    (select json_agg(a.attname order by p.place)
      from unnest(k.confkey) with ordinality p (number, place)
      join pg_attribute a on a.attrelid = k.confrelid and a.attnum = p.number) as "targetColumns",
    exists (select from pg_constraint u
      where u.conrelid = k.conrelid and u.contype in ('p', 'u') and u.conkey = k.conkey) as "oneToOne"
  from pg_constraint k
  join pg_class c on c.oid = k.conrelid
  join pg_class t on t.oid = k.confrelid and t.relnamespace = c.relnamespace
  where k.contype = 'f' and c.relnamespace = 'public'::regnamespace
  order by c.relname collate "C", k.conname collate "C"`

const functionsSql = `
  select
    p.proname as name,
    coalesce((select json_agg(json_build_object(
        'name', p.proargnames[i],
        'type', format_type(p.proargtypes[i - 1], null),
        'optional', i > p.pronargs - p.pronargdefaults)
        order by p.proargnames[i] collate "C")
      from generate_series(1, p.pronargs) i), '[]') as args,
    (select json_agg(json_build_object(
        'name', p.proargnames[i],
        'type', format_type(p.proallargtypes[i], null))
        order by p.proargnames[i] collate "C")
      from generate_series(1, array_length(p.proallargtypes, 1)) i
      where p.proargmodes[i] = 't') as "rowColumns",
    format_type(p.prorettype, null) as returns,
    p.proretset as "returnsSet"
  from pg_proc p
  where p.pronamespace = 'public'::regnamespace and p.prorettype <> 'trigger'::regtype
    and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
  order by p.proname collate "C"`
