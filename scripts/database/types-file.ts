import type { Catalogue, Column, DatabaseFunction, ForeignKey } from './catalogue'

/**
 * The text of app/platform/database.types.ts: the same shape as `supabase gen types typescript`, so
 * that supabase-js reads it.
 */
export function typesFile({ columns, foreignKeys, functions }: Catalogue): string {
  const tables = [...new Set(columns.map((column) => column.table))]
  const tableTypes = tables.map((table) =>
    tableType(
      table,
      columns.filter((column) => column.table === table),
      foreignKeys.filter((key) => key.table === table),
    ),
  )
  return `// Generated from supabase/migrations by \`npm run database:types\`; do not edit.

export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[]

export type Database = {
  public: {
    Tables: {
${tableTypes.join('\n')}
    }
    Views: { [_ in never]: never }
    Functions: {
${functions.map(functionType).join('\n')}
    }
    Enums: { [_ in never]: never }
    CompositeTypes: { [_ in never]: never }
  }
}
`
}

function tableType(table: string, columns: Column[], foreignKeys: ForeignKey[]): string {
  return `      ${table}: {
        Row: {
${columns.map((column) => `          ${column.name}: ${columnType(column)}`).join('\n')}
        }
        Insert: {
${columns.map((column) => `          ${writtenColumn(column, column.optional || column.nullable)}`).join('\n')}
        }
        Update: {
${columns.map((column) => `          ${writtenColumn(column, true)}`).join('\n')}
        }
        Relationships: [${foreignKeys.map(relationship).join('')}]
      }`
}

function columnType({ type, nullable }: Column): string {
  return nullable ? `${typeOf(type)} | null` : typeOf(type)
}

function writtenColumn(column: Column, optional: boolean): string {
  if (column.generated) return `${column.name}?: never`
  return `${column.name}${optional ? '?' : ''}: ${columnType(column)}`
}

function relationship({ name, columns, target, targetColumns, oneToOne }: ForeignKey): string {
  return `
          {
            foreignKeyName: '${name}'
            columns: [${listed(columns)}]
            isOneToOne: ${oneToOne}
            referencedRelation: '${target}'
            referencedColumns: [${listed(targetColumns)}]
          },`
}

function listed(names: string[]): string {
  return names.map((name) => `'${name}'`).join(', ')
}

function functionType({ name, args, rowColumns, returns, returnsSet }: DatabaseFunction): string {
  const argTypes = args.map((arg) => `${arg.name}${arg.optional ? '?' : ''}: ${typeOf(arg.type)}`)
  const row = rowColumns?.map((column) => `${column.name}: ${typeOf(column.type)}`)
  const result = row ? `{ ${row.join('; ')} }` : typeOf(returns)
  return `      ${name}: {
        Args: ${args.length === 0 ? 'Record<PropertyKey, never>' : `{ ${argTypes.join('; ')} }`}
        Returns: ${returnsSet ? `${result}[]` : result}
      }`
}

const typeScriptTypes: Record<string, string> = {
  bigint: 'number',
  boolean: 'boolean',
  date: 'string',
  'date[]': 'string[]',
  inet: 'string',
  integer: 'number',
  'integer[]': 'number[]',
  jsonb: 'Json',
  smallint: 'number',
  text: 'string',
  'text[]': 'string[]',
  'time without time zone': 'string',
  'timestamp with time zone': 'string',
  tsvector: 'unknown',
  uuid: 'string',
  void: 'undefined',
}

function typeOf(postgresType: string): string {
  const type = typeScriptTypes[postgresType]
  if (type) return type
  throw new Error(`Say in scripts/database/types-file.ts what ${postgresType} is in TypeScript.`)
}
