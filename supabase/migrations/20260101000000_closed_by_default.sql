/*
  Closed by default.

  Supabase grants everything in `public` to every API role and leaves the rest to row level security.
  Portico starts from the other end: whatever a later migration creates is closed, and each one opens
  exactly what it means to. Row level security still has to hold alone, because some Supabase setups
  grant tables again behind a migration's back.

  Functions that policies and triggers call live in `private`, a schema the REST API does not serve.
*/

create schema if not exists extensions;
create extension if not exists pg_trgm with schema extensions;

create schema private;
grant usage on schema private to authenticated, service_role;

alter default privileges in schema public revoke all on tables from anon, authenticated;
alter default privileges in schema public revoke all on sequences from anon, authenticated;
alter default privileges in schema public revoke execute on functions from anon, authenticated;
alter default privileges revoke execute on functions from public;

-- Replies, notes and history are evidence: once written they stay as they were.
create function private.refuse_change() returns trigger
language plpgsql set search_path = '' as $$
begin
  raise exception '% is append-only.', tg_table_name using errcode = '42501';
end
$$;
