/*
  Leaving: everything held about a person as one document, and its removal.

  Tickets and messages stay with an author who has no name any more. Files that the person uploaded are
  removed from storage by the web server: `files_of_deleted_accounts()` lists them until their rows are
  gone, so an interrupted removal is taken up again.
*/

-- Everything held about the caller:
-- { exported_at, profile, tickets: [{ ..., messages: [{ ..., attachments }] }], drafts, devices,
--   security_events, notifications, notification_choices, saved_views, files: [{ id, name, object_name, ... }] }.
-- Notes of staff are about the work on a ticket and stay with staff.
-- Definer: some of it the caller cannot read directly; every part is asked for by the caller's id.
create function public.export_account() returns jsonb
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

-- The tickets that somebody opened, with the thread that customers read.
create function private.tickets_of(person_id uuid) returns jsonb
language sql stable set search_path = '' as $$
  select coalesce(jsonb_agg(
    to_jsonb(t) - '{requester_id,assignee_id,version}'::text[] || jsonb_build_object('messages', thread.list)
    order by t.created_at
  ), '[]')
  from public.tickets t
  cross join lateral (
    select coalesce(jsonb_agg(jsonb_build_object(
      'id', m.id, 'author', private.person_card(m.author_id), 'body', m.body, 'created_at', m.created_at,
      'attachments', (
        select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name, 'object_name', a.object_name)), '[]')
        from public.ticket_attachments a where a.message_id = m.id
      )
    ) order by m.created_at), '[]') as list
    from public.ticket_messages m
    where m.ticket_id = t.id and m.kind = 'public'
  ) as thread
  where t.requester_id = tickets_of.person_id
$$;

revoke execute on function public.export_account() from public, anon, authenticated;
grant execute on function public.export_account() to authenticated;

-- Removes the caller's account, at once and for good: the user with sessions, identities and audit log, drafts,
-- devices, choices and notices; what the security log says about them loses their name and address.
-- A last notice goes to their confirmed addresses. Raises PT409 for the last admin.
-- Definer: nobody may delete users.
create function public.delete_account() returns void
language plpgsql security definer set search_path = '' as $$
declare
  person public.profiles := private.require_person();
begin
  -- Without person_id: the rest of the outbox goes with the person.
  perform public.enqueue_notification(
    'account_deleted', jsonb_build_object('at', now()),
    to_address => target.address, channel => target.channel,
    dedupe_key => 'account_deleted:' || person.id
  )
  from private.addresses_for(person.id, 'account_deleted', null, null) as target;

  perform private.remove_sessions(array(select s.id from auth.sessions s where s.user_id = person.id));
  delete from auth.identities i where i.user_id = person.id;
  delete from auth.audit_log_entries a where a.payload ->> 'actor_id' = person.id::text;
  delete from auth.users u where u.id = person.id;
  insert into public.security_events (kind) values ('account_deleted');
end
$$;

revoke execute on function public.delete_account() from public, anon, authenticated;
grant execute on function public.delete_account() to authenticated;

-- Whoever removes an account, the caller or an operator: the traces go. Definer: see
-- private.anonymise_profile.
create function private.remove_traces() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  delete from public.devices d where d.person_id = new.id;
  update public.security_events e
  set person_id = null, address = null, device = null, detail = '{}'
  where e.person_id = new.id;
  update public.security_events e set actor_id = null where e.actor_id = new.id;
  update public.ticket_attachments a set name = 'Deleted file' where a.uploaded_by = new.id;
  return new;
end
$$;

create trigger remove_traces after update of deleted_at on public.profiles
  for each row when (new.deleted_at is not null) execute function private.remove_traces();

-- Files whose owner has left. Whoever sweeps removes them from storage, then deletes the rows.
create function public.files_of_deleted_accounts() returns table (id uuid, object_name text)
language sql stable set search_path = '' as $$
  select a.id, a.object_name
  from public.ticket_attachments a
  join public.profiles p on p.id = a.uploaded_by
  where p.deleted_at is not null
  order by a.created_at
$$;

revoke execute on function public.files_of_deleted_accounts() from public, anon, authenticated;
grant execute on function public.files_of_deleted_accounts() to service_role;
