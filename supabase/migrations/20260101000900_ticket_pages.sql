/*
  What the page of a ticket needs, in one call.
*/

-- A ticket with its thread and history, or null when there is none that the caller may see.
-- Not a definer: row level security decides what is in it, so notes and staff's events are simply not
-- there for customers, and `email` is null for them.
create function public.ticket_page(ticket_number integer) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object(
    'ticket', jsonb_build_object(
      'id', t.id,
      'number', t.number,
      'subject', t.subject,
      'status', t.status,
      'priority', t.priority,
      'category', jsonb_build_object('slug', c.slug, 'name', c.name),
      'created_at', t.created_at,
      'updated_at', t.updated_at,
      'solved_at', t.solved_at,
      'version', t.version,
      'requester', jsonb_strip_nulls(
        (private.person_card(t.requester_id) - 'role')
        || jsonb_build_object('email', private.email_for_staff(t.requester_id))
      ),
      'assignee', private.person_card(t.assignee_id) - 'role',
      'follow_up_of', (select o.number from public.tickets o where o.id = t.follow_up_of)
    ),
    'messages', coalesce(messages.list, '[]'::jsonb),
    'events', coalesce(events.list, '[]'::jsonb)
  )
  from public.tickets t
  join public.categories c on c.slug = t.category
  cross join lateral (
    select jsonb_agg(
      jsonb_build_object(
        'id', m.id,
        'kind', m.kind,
        'author', private.person_card(m.author_id),
        'body', m.body,
        'created_at', m.created_at,
        'attachments', coalesce(files.list, '[]'::jsonb)
      )
      order by m.created_at, m.id
    ) as list
    from public.ticket_messages m
    cross join lateral (
      select jsonb_agg(
        jsonb_build_object('id', a.id, 'name', a.name, 'content_type', a.content_type, 'size', a.size)
        order by a.created_at, a.id
      ) as list
      from public.ticket_attachments a
      where a.message_id = m.id
    ) as files
    where m.ticket_id = t.id
  ) as messages
  cross join lateral (
    select jsonb_agg(
      jsonb_build_object(
        'id', e.id,
        'kind', e.kind,
        'actor', private.person_card(e.actor_id),
        'before', case when e.kind = 'assignee' then private.person_card(e.before::uuid) ->> 'name' else e.before end,
        'after', case when e.kind = 'assignee' then private.person_card(e.after::uuid) ->> 'name' else e.after end,
        'created_at', e.created_at
      )
      order by e.created_at, e.id
    ) as list
    from public.ticket_events e
    where e.ticket_id = t.id
  ) as events
  where t.number = ticket_page.ticket_number
$$;

revoke execute on function public.ticket_page(integer) from public, anon, authenticated;
grant execute on function public.ticket_page(integer) to authenticated;
