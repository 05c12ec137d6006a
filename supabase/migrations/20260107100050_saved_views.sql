/*
  Saved views: what an agent looks for again and again, under a name of their own.

  A view is the query of the queue's address, so it shows what the queue shows: opening one gives no rights.
*/

create table public.saved_views (
  id uuid primary key,
  owner_id uuid not null references public.profiles (id),
  name text not null,
  query text not null,
  created_at timestamptz not null default now(),

  constraint saved_views_name_unique unique (owner_id, name),
  constraint saved_views_name_length check (char_length(name) <= 40),
  constraint saved_views_name_not_blank check (name ~ '[^[:space:]\u00a0\u200b\ufeff]'),
  constraint saved_views_name_one_line check (name !~ '[[:cntrl:]]'),
  constraint saved_views_query_shape check (query ~ '^\?view=[a-z_]+(&[a-z]+=[^&#[:space:][:cntrl:]]*)*$'),
  constraint saved_views_query_length check (char_length(query) <= 2000)
);

alter table public.saved_views enable row level security;
revoke all on public.saved_views from anon, authenticated;

create policy "Staff can see the views that they saved" on public.saved_views
  for select to authenticated using (owner_id = (select auth.uid()) and (select private.is_staff()));

grant select on public.saved_views to authenticated;
grant select, insert, update, delete on public.saved_views to service_role;

-- Saves a view; under a name that the caller has used before, in the place of that one.
-- Raises 22023 saved_views_count for the twenty-first, 23514 with the name of the constraint.
create function public.save_view(id uuid, name text, query text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  person public.profiles := private.require_staff();
begin
  -- Two at once count one after the other.
  perform from public.profiles p where p.id = person.id for update;
  delete from public.saved_views v where v.owner_id = person.id and v.name = btrim(save_view.name);
  if (select count(*) from public.saved_views v where v.owner_id = person.id) >= 20 then
    raise exception 'saved_views_count'
      using errcode = '22023', detail = 'name', hint = 'Delete a view that you no longer need.';
  end if;
  insert into public.saved_views (id, owner_id, name, query)
  values (save_view.id, person.id, btrim(save_view.name), save_view.query)
  on conflict on constraint saved_views_pkey do nothing;
end
$$;

revoke execute on function public.save_view(uuid, text, text) from public, anon, authenticated;
grant execute on function public.save_view(uuid, text, text) to authenticated;

-- Deletes a view of the caller; one that is gone already, or somebody else's, is left alone.
create function public.delete_view(id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  person public.profiles := private.require_staff();
begin
  delete from public.saved_views v where v.id = delete_view.id and v.owner_id = person.id;
end
$$;

revoke execute on function public.delete_view(uuid) from public, anon, authenticated;
grant execute on function public.delete_view(uuid) to authenticated;

-- They go with their account. Definer: see private.anonymise_profile.
create function private.remove_saved_views() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  delete from public.saved_views v where v.owner_id = new.id;
  return new;
end
$$;

create trigger remove_saved_views after update of deleted_at on public.profiles
  for each row when (new.deleted_at is not null) execute function private.remove_saved_views();

-- As before, with shortcuts and saved views: everything held about the caller.
-- Definer: some of it the caller cannot read directly; every part is asked for by the caller's id.
create or replace function public.export_account() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  person public.profiles := private.require_person();
begin
  return jsonb_build_object(
    'exported_at', now(),
    'profile', (
      select jsonb_build_object(
        'id', person.id, 'name', person.name, 'role', person.role, 'time_zone', person.time_zone,
        'shortcuts', person.shortcuts,
        'created_at', person.created_at, 'updated_at', person.updated_at,
        'email', nullif(u.email, ''), 'email_confirmed_at', u.email_confirmed_at,
        'phone', nullif(u.phone, ''), 'phone_confirmed_at', u.phone_confirmed_at,
        'last_sign_in_at', u.last_sign_in_at,
        'sign_in_providers', coalesce(u.raw_app_meta_data -> 'providers', '[]')
      )
      from auth.users u where u.id = person.id
    ),
    'tickets', private.tickets_of(person.id),
    'messages_on_other_tickets', (
      select coalesce(jsonb_agg(to_jsonb(m) - 'words' order by m.created_at), '[]')
      from public.ticket_messages m
      join public.tickets t on t.id = m.ticket_id
      where m.author_id = person.id and t.requester_id <> person.id
    ),
    'drafts', private.drafts_of(person.id),
    'devices', (
      select coalesce(jsonb_agg(to_jsonb(d) - '{person_id,key}'::text[] order by d.first_seen_at), '[]')
      from public.devices d where d.person_id = person.id
    ),
    'security_events', (
      select coalesce(jsonb_agg(private.event_card(e, e.address) order by e.id), '[]')
      from public.security_events e where e.person_id = person.id
    ),
    'notifications', (
      select coalesce(jsonb_agg(to_jsonb(n) - '{person_id,dedupe_key,last_error,next_attempt_at}'::text[] order by n.created_at), '[]')
      from public.notifications n where n.person_id = person.id
    ),
    'notification_choices', (
      select coalesce(jsonb_agg(to_jsonb(c) - 'person_id' order by c.topic), '[]')
      from public.notification_choices c where c.person_id = person.id
    ),
    'saved_views', (
      select coalesce(jsonb_agg(to_jsonb(v) - 'owner_id' order by v.created_at), '[]')
      from public.saved_views v where v.owner_id = person.id
    ),
    'files', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', a.id, 'name', a.name, 'content_type', a.content_type, 'size', a.size,
        'object_name', a.object_name, 'ticket_id', a.ticket_id, 'created_at', a.created_at
      ) order by a.created_at), '[]')
      from public.ticket_attachments a where a.uploaded_by = person.id
    )
  );
end
$$;
