/*
  What stands around a ticket at the desk: who else looks at it, what is known of its requester, tickets like it,
  and the words of the team. One call for the page, one for the heartbeat.
*/

-- As save_reply_draft, for a note. Raises PT403 for customers.
-- Definer: nobody may write to drafts directly.
create function public.save_note_draft(ticket_number integer, id uuid, body text) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  person public.profiles := private.require_staff();
  draft_of constant uuid :=
    public.save_reply_draft(save_note_draft.ticket_number, save_note_draft.id, save_note_draft.body);
begin
  update public.ticket_reply_drafts d
  set kind = 'note'
  where d.id = save_note_draft.id and d.owner_id = person.id;
  return draft_of;
end
$$;

revoke execute on function public.save_note_draft(integer, uuid, text) from public, anon, authenticated;
grant execute on function public.save_note_draft(integer, uuid, text) to authenticated;


-- Presence

create table public.presence (
  ticket_id uuid not null references public.tickets (id),
  person_id uuid not null references public.profiles (id),
  seen_at timestamptz not null default now(),

  primary key (ticket_id, person_id)
);

comment on table public.presence is 'Who of the team has a ticket open. Rows older than two minutes do not count.';

create index presence_by_time on public.presence (seen_at);

alter table public.presence enable row level security;
revoke all on public.presence from anon, authenticated;

create policy "Staff can see who looks at a ticket" on public.presence
  for select to authenticated using ((select private.is_staff()));

grant select on public.presence to authenticated;
grant select, insert, update, delete on public.presence to service_role;

-- Everybody else of the team who has the ticket open, by name: [{ id, name, replying }].
create function private.others_present(ticket_id uuid, person_id uuid) returns jsonb
language sql stable set search_path = '' as $$
  select coalesce(
    jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'replying', writes.now) order by p.name, p.id), '[]'
  )
  from public.presence s
  join public.profiles p on p.id = s.person_id and p.role in ('agent', 'admin')
  cross join lateral (
    select exists (
      select 1
      from public.ticket_reply_drafts d
      where d.ticket_id = s.ticket_id
        and d.owner_id = s.person_id
        and d.kind = 'public'
        and d.updated_at > now() - interval '2 minutes'
    ) as now
  ) as writes
  where s.ticket_id = others_present.ticket_id
    and s.person_id <> others_present.person_id
    and s.seen_at > now() - interval '2 minutes'
$$;

create function private.note_presence(ticket_id uuid, person_id uuid) returns void
language sql set search_path = '' as $$
  insert into public.presence as s (ticket_id, person_id)
  values (note_presence.ticket_id, note_presence.person_id)
  on conflict on constraint presence_pkey do update set seen_at = now()
$$;

-- "I am still here": answers { others, newest, latest: { id, kind, author }, version }, with the id of the newest
-- public message, and the latest message of either kind. Raises PT404.
-- Definer: nobody may write to presence directly.
create function public.heartbeat(ticket_number integer) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  person public.profiles := private.require_staff();
  looked_at public.tickets;
begin
  select * into looked_at from public.tickets t where t.number = ticket_number;
  if not found then
    raise exception 'There is no such ticket.' using errcode = 'PT404';
  end if;
  perform private.note_presence(looked_at.id, person.id);
  return jsonb_build_object(
    'others', private.others_present(looked_at.id, person.id),
    'version', looked_at.version,
    'newest', (
      select m.id
      from public.ticket_messages m
      where m.ticket_id = looked_at.id and m.kind = 'public'
      order by m.created_at desc, m.id desc
      limit 1
    ),
    'latest', (
      select jsonb_build_object('id', m.id, 'kind', m.kind, 'author', private.person_card(m.author_id))
      from public.ticket_messages m
      where m.ticket_id = looked_at.id
      order by m.created_at desc, m.id desc
      limit 1
    )
  );
end
$$;

revoke execute on function public.heartbeat(integer) from public, anon, authenticated;
grant execute on function public.heartbeat(integer) to authenticated;

-- Whoever leaves the team looks at no ticket any more. Definer: see private.anonymise_profile.
create function private.remove_presence() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  delete from public.presence s where s.person_id = new.id;
  return new;
end
$$;

create trigger remove_presence after update of role, deleted_at on public.profiles
  for each row when (new.role = 'customer') execute function private.remove_presence();

-- Rows that do not count any more; answers how many.
create function public.sweep_presence() returns integer
language plpgsql set search_path = '' as $$
declare
  swept integer;
begin
  delete from public.presence s where s.seen_at < now() - interval '1 hour';
  get diagnostics swept = row_count;
  return swept;
end
$$;

revoke execute on function public.sweep_presence() from public, anon, authenticated;
grant execute on function public.sweep_presence() to service_role;


-- The page

create function private.ticket_card(ticket public.tickets) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object(
    'number', ticket.number, 'subject', ticket.subject, 'status', ticket.status, 'created_at', ticket.created_at
  )
$$;

-- Tickets with a subject like this one's, best first, five at most.
create function private.tickets_like(ticket public.tickets) returns jsonb
language sql stable set search_path = '' as $$
  select coalesce(jsonb_agg(near.card order by near.likeness desc, near.number desc), '[]')
  from (
    select private.ticket_card(t) as card, t.number, extensions.similarity(t.subject, ticket.subject) as likeness
    from public.tickets t
    where t.subject operator(extensions.%) ticket.subject and t.id <> ticket.id
    order by likeness desc, t.number desc
    limit 5
  ) as near
$$;

/*
  What stands around a ticket, or null when there is none; also the heartbeat of a page view:
  { others, tags, team, macros, saved_replies, requester: { time_zone, since, total, tickets }, similar, shown }.
  `shown` is what was suggested to the requester before the ticket was sent: [{ path, revision }].
  Definer: writes presence, and reads drafts of others to see who is replying.
*/
create function public.desk_ticket(ticket_number integer) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  person public.profiles := private.require_staff();
  ticket public.tickets;
begin
  select * into ticket from public.tickets t where t.number = ticket_number;
  if not found then
    return null;
  end if;
  perform private.note_presence(ticket.id, person.id);

  return jsonb_build_object(
    'others', private.others_present(ticket.id, person.id),
    'tags', to_jsonb(private.tags_of(ticket.id)),
    'team', (
      select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name) order by p.name, p.id), '[]')
      from public.profiles p
      where p.role in ('agent', 'admin') and p.deleted_at is null
    ),
    'macros', (
      select coalesce(jsonb_agg(to_jsonb(m) - 'updated_at' - 'position' - 'active' order by m.position, m.name), '[]')
      from public.macros m
      where m.active
    ),
    'saved_replies', (
      select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'title', r.title, 'body', r.body) order by r.title), '[]')
      from public.saved_replies r
      where r.active
    ),
    'requester', (
      select jsonb_build_object(
        'time_zone', p.time_zone,
        'since', p.created_at,
        'total', (select count(*) from public.tickets t where t.requester_id = p.id),
        'tickets', (
          select coalesce(jsonb_agg(other.card order by other.updated_at desc), '[]')
          from (
            select private.ticket_card(o) as card, o.updated_at
            from public.tickets o
            where o.requester_id = p.id and o.id <> ticket.id
            order by o.updated_at desc
            limit 8
          ) as other
        )
      )
      from public.profiles p
      where p.id = ticket.requester_id
    ),
    'similar', private.tickets_like(ticket),
    'shown', coalesce((select d.shown from public.deflections d where d.ticket_id = ticket.id), '[]')
  );
end
$$;

revoke execute on function public.desk_ticket(integer) from public, anon, authenticated;
grant execute on function public.desk_ticket(integer) to authenticated;
