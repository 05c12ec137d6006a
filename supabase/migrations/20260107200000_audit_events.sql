/*
  What staff changed: who, what, when, before and after.

  Only for what leaves no other trace. Changes of tickets are in ticket_events, those of accounts in
  security_events with the person who acted; audit_log() shows all three as one list.
*/

-- Same as private.require_staff(), for what only admins may do.
create function private.require_admin() returns public.profiles
language plpgsql stable set search_path = '' as $$
declare
  person public.profiles := private.require_person();
begin
  if person.role <> 'admin' then
    raise exception 'Only admins may do this.' using errcode = 'PT403';
  end if;
  return person;
end
$$;

create table public.audit_events (
  id bigint primary key generated always as identity,
  actor_id uuid references public.profiles (id),
  area text not null,
  kind text not null,
  subject text,
  person_id uuid references public.profiles (id),
  invitation_id uuid,
  before jsonb,
  after jsonb,
  at timestamptz not null default now(),

  constraint audit_events_area_known check (area in ('team', 'categories', 'macros', 'saved_replies')),
  constraint audit_events_kind_known check (kind in (
    'added', 'changed', 'removed',
    'invited', 'invited_again', 'invitation_revoked', 'invitation_accepted'
  ))
);

comment on column public.audit_events.actor_id is 'Null for what the operator or the portal did by itself.';
comment on column public.audit_events.subject is 'The name of what was changed, as it was called then.';
comment on column public.audit_events.before is 'The columns that changed, with what stood there before.';

create index audit_events_by_time on public.audit_events (at desc);

alter table public.audit_events enable row level security;
revoke all on public.audit_events from anon, authenticated;

create policy "Admins can see what staff changed" on public.audit_events
  for select to authenticated using ((select private.is_admin()));

grant select on public.audit_events to authenticated;
grant select on public.audit_events to service_role;

create trigger append_only before update or delete on public.audit_events
  for each row execute function private.refuse_change();

-- For tables of settings that have a name: each row that is added, changed or removed leaves an event in the
-- area that the trigger names, with the columns that differ.
-- Definer: whoever changes a setting may not write to the log.
create function private.record_setting() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  unremarkable constant text[] := '{version,created_at,updated_at,created_by,updated_by}';
  old_row constant jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) - unremarkable else '{}' end;
  new_row constant jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) - unremarkable else '{}' end;
begin
  if old_row = new_row then
    return null;
  end if;
  insert into public.audit_events (actor_id, area, kind, subject, before, after)
  select
    (select auth.uid()), tg_argv[0],
    case tg_op when 'INSERT' then 'added' when 'UPDATE' then 'changed' else 'removed' end,
    coalesce(new_row ->> 'name', old_row ->> 'name', new_row ->> 'title', old_row ->> 'title'),
    jsonb_object_agg(key, old_row -> key) filter (where old_row ? key),
    jsonb_object_agg(key, new_row -> key) filter (where new_row ? key)
  from (select jsonb_object_keys(old_row || new_row) as key) as columns
  where old_row -> key is distinct from new_row -> key;
  return null;
end
$$;
