import type { Database } from './database'

/**
 * What every new Supabase project has and migrations take for granted: roles, schemas, default
 * grants, the realtime publication. Runs before lite makes its own schemas.
 *
 * Source: the initial schema of Supabase's Postgres image.
 */
export async function createRolesAndGrants(database: Database) {
  await database.exec(`
    do $$
    declare
      wanted record;
    begin
      for wanted in
        select * from (values
          ('anon', 'nologin noinherit'),
          ('authenticated', 'nologin noinherit'),
          ('service_role', 'nologin noinherit bypassrls'),
          ('authenticator', 'nologin noinherit'),
          ('supabase_auth_admin', 'nologin noinherit createrole'),
          ('supabase_storage_admin', 'nologin noinherit createrole')
        ) as roles (name, options)
      loop
        -- Roles belong to the whole server: another database of it may be making the same one.
        begin
          if not exists (select from pg_roles where rolname = wanted.name) then
            execute format('create role %I %s', wanted.name, wanted.options);
          end if;
        exception
          when duplicate_object or unique_violation then null;
        end;
      end loop;
    end $$;

    do $$
    begin
      if not exists (select from pg_namespace where nspname = 'extensions') then
        create schema extensions;
        grant usage on schema extensions to anon, authenticated, service_role;
        create extension if not exists pgcrypto with schema extensions;

        grant anon, authenticated, service_role to authenticator;
        grant usage on schema public to anon, authenticated, service_role;
        alter default privileges in schema public
          grant all on tables to anon, authenticated, service_role;
        alter default privileges in schema public
          grant all on functions to anon, authenticated, service_role;
        alter default privileges in schema public
          grant all on sequences to anon, authenticated, service_role;

        create publication supabase_realtime;
      end if;
    end $$;
  `)
}

/**
 * The same for the schemas `auth` and `storage`, once lite has made their tables. The functions
 * read the claims of the request as Supabase's do; lite's `auth.email()` is always null.
 */
export async function completeSystemSchemas(database: Database) {
  await database.exec(`
    create or replace function auth.uid() returns uuid language sql stable as $$
      select coalesce(
        nullif(current_setting('request.jwt.claim.sub', true), ''),
        nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub'
      )::uuid
    $$;

    create or replace function auth.role() returns text language sql stable as $$
      select coalesce(
        nullif(current_setting('request.jwt.claim.role', true), ''),
        nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'role'
      )
    $$;

    create or replace function auth.email() returns text language sql stable as $$
      select nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'email'
    $$;

    create or replace function auth.jwt() returns jsonb language sql stable as $$
      select coalesce(nullif(current_setting('request.jwt.claims', true), ''), '{}')::jsonb
    $$;

    do $$
    begin
      if not has_schema_privilege('anon', 'storage', 'usage') then
        grant usage on schema auth, storage to anon, authenticated, service_role;
        grant all on all tables in schema storage to anon, authenticated, service_role;
      end if;
    end $$;
  `)
}
