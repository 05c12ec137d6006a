/*
  The history of one's tickets: searched with prefixes, small mistakes and names of files, and taken along.
*/

-- The zone of people who have not told us theirs; pages name it (app/http/reader-clock.ts has it too).
create function private.portal_zone() returns text
language sql immutable set search_path = '' as $$
  select 'Europe/Berlin'
$$;

grant execute on function private.portal_zone() to authenticated, service_role;

create index ticket_attachments_by_words_of_name on public.ticket_attachments
  using gin (name extensions.gin_trgm_ops) with (fastupdate = off);


-- Search

-- The words of a phrase, as people separate them.
create function private.words_of(phrase text) returns setof text
language sql immutable set search_path = '' as $$
  select word
  from regexp_split_to_table(lower(phrase), '[[:space:]!-/:-@\[-`{-~]+') as word
  where word <> ''
$$;

-- A query for messages that have words beginning like these; null when there is none to ask for, or when the
-- phrase says more exactly what it wants, with quotation marks or a minus.
create function private.prefix_query(phrase text) returns tsquery
language plpgsql stable set search_path = '' as $$
declare
  query tsquery;
begin
  if phrase ~ '"|(^|[[:space:]])-' then
    return null;
  end if;
  select to_tsquery('english', string_agg(quote_literal(word) || ':*', ' & ')) into query
  from private.words_of(phrase) as word;
  return case when numnode(query) > 0 then query end;
end
$$;

-- The same with each word replaced by the one nearest to it that somebody has read or written in their own
-- tickets; null when a word has none. Their newest 2,000 messages are looked at.
create function private.corrected_query(phrase text, requester uuid) returns tsquery
language plpgsql stable set search_path = '' as $$
declare
  own_words constant text := format(
    'select m.words from public.ticket_messages m join public.tickets t on t.id = m.ticket_id
      where t.requester_id = %L and m.kind = ''public'' order by m.created_at desc limit 2000',
    requester
  );
  corrected text;
begin
  if phrase ~ '"|(^|[[:space:]])-' then
    return null;
  end if;
  select case when bool_and(near.word is not null) then string_agg(quote_literal(near.word), ' & ') end
  into corrected
  from (select distinct typed.word from private.words_of(phrase) as typed (word) limit 8) as typed
  left join lateral (
    select known.word
    from ts_stat(own_words) as known
    where extensions.similarity(known.word, typed.word) >= 0.4
    order by extensions.similarity(known.word, typed.word) desc, known.ndoc desc
    limit 1
  ) as near on true;
  return corrected::tsquery;
end
$$;

-- The tickets with a phrase in their subject, messages or names of files, or as their number. With a
-- requester only what that person may read: their tickets, without the notes and their files. Small
-- mistakes are forgiven when nothing has the phrase as it was typed.
create function private.tickets_with_words(phrase text, requester uuid) returns uuid[]
language plpgsql stable set search_path = '' as $$
declare
  wanted_number constant integer := case when phrase ~ '^#?[0-9]{1,9}$' then ltrim(phrase, '#') end;
  pattern constant text := '%' || regexp_replace(phrase, '([%_\\])', '\\\1', 'g') || '%';
  prefixes constant tsquery := private.prefix_query(phrase);
  found uuid[];
begin
  found := array(
    select t.id
    from public.tickets t
    where t.subject ilike pattern
      and (requester is null or t.requester_id = requester)
    union
    select m.ticket_id
    from public.ticket_messages m
    join public.tickets t on t.id = m.ticket_id
    where m.words @@ websearch_to_tsquery('english', phrase)
      and (requester is null or (t.requester_id = requester and m.kind = 'public'))
    union
    select m.ticket_id
    from public.ticket_messages m
    join public.tickets t on t.id = m.ticket_id
    where m.words @@ prefixes
      and (requester is null or (t.requester_id = requester and m.kind = 'public'))
    union
    select m.ticket_id
    from public.ticket_attachments a
    join public.ticket_messages m on m.id = a.message_id
    join public.tickets t on t.id = m.ticket_id
    where a.name ilike pattern
      and (requester is null or (t.requester_id = requester and m.kind = 'public'))
    union
    select t.id
    from public.tickets t
    where t.number = wanted_number
      and (requester is null or t.requester_id = requester)
  );
  if cardinality(found) > 0 or wanted_number is not null or char_length(phrase) < 4 then
    return found;
  end if;

  return array(
    select t.id
    from public.tickets t
    where requester is null and phrase operator(extensions.<%) t.subject
    union
    select t.id
    from public.tickets t
    where t.requester_id = requester and extensions.word_similarity(phrase, t.subject) >= 0.45
    union
    select m.ticket_id
    from public.ticket_messages m
    join public.tickets t on t.id = m.ticket_id
    where requester is not null
      and t.requester_id = requester
      and m.kind = 'public'
      and m.words @@ private.corrected_query(phrase, requester)
  );
end
$$;


-- Lists

-- Which tickets a list has, as a condition on `t`. Put together from fixed pieces and never from what the
-- caller sent, so that each view can use its own index; the values are parameters:
-- $1 person, $2 status, $3 priority, $4 category, $5 from, $6 to, $7 zone, $8 ids found by words.
create function private.list_condition(
  staff boolean,
  view text,
  status text,
  priority text,
  category text,
  from_date date,
  to_date date,
  words text
) returns text
language plpgsql stable set search_path = '' as $$
declare
  condition text;
begin
  if not staff then
    condition := 't.requester_id = $1';
  else
    condition := case view
      when 'unassigned' then 't.assignee_id is null and t.status not in (''solved'', ''closed'')'
      when 'new' then 't.status = ''new'''
      when 'open' then 't.status = ''open'''
      when 'pending' then 't.status = ''pending'''
      when 'on_hold' then 't.status = ''on_hold'''
      when 'solved' then 't.status = ''solved'''
      when 'all' then 'true'
      else 't.assignee_id = $1 and t.status not in (''solved'', ''closed'')'
    end;
  end if;

  if list_condition.status in ('new', 'open', 'pending', 'on_hold', 'solved', 'closed') then
    condition := condition || ' and t.status = $2';
  end if;
  if list_condition.priority in ('low', 'normal', 'high', 'urgent') then
    condition := condition || ' and t.priority = $3';
  end if;
  if exists (select 1 from public.categories c where c.slug = list_condition.category) then
    condition := condition || ' and t.category = $4';
  end if;
  if from_date is not null then
    condition := condition || ' and t.created_at >= $5::timestamp at time zone $7';
  end if;
  if to_date is not null then
    condition := condition || ' and t.created_at < ($6 + 1)::timestamp at time zone $7';
  end if;
  if words is not null then
    condition := condition || ' and t.id = any ($8)';
  end if;
  return condition;
end
$$;


/*
  The tickets of a list to take along, newest first, up to 500 a call: those with a smaller number than
  `below`, with the public messages when asked for them. Customers get their own, whatever `view` says; for staff:
  own (as requester), mine (mine and not done), unassigned (not done), new, open, pending, on_hold, solved, all.
  The dates are days of creation in the time zone of the caller. Anything unknown counts as not given.

  Definer: row level security would keep Postgres from using the search indexes, hence the first condition.
*/
create function public.export_tickets(
  view text default 'mine',
  search text default null,
  status text default null,
  priority text default null,
  category text default null,
  from_date date default null,
  to_date date default null,
  below integer default null,
  with_messages boolean default false
) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  person public.profiles := private.require_person();
  everybodys constant boolean := person.role in ('agent', 'admin') and export_tickets.view is distinct from 'own';
  zone constant text := coalesce(person.time_zone, private.portal_zone());
  words constant text := nullif(btrim(left(export_tickets.search, 200)), '');
  found_ids uuid[];
  condition constant text := private.list_condition(
    everybodys, export_tickets.view, export_tickets.status, export_tickets.priority, export_tickets.category,
    from_date, to_date, words
  );
  tickets jsonb;
begin
  if words is not null then
    found_ids := private.tickets_with_words(words, case when not everybodys then person.id end);
  end if;

  execute format(
    $query$
      with page as (
        select t.* from public.tickets t
        where %s and t.number < coalesce($9, 2147483647)
        order by t.number desc
        limit case when $10 then 100 else 500 end
      )
      select coalesce(jsonb_agg(
        jsonb_build_object(
          'number', t.number,
          'subject', t.subject,
          'status', t.status,
          'priority', t.priority,
          'category', c.name,
          'with', private.person_card(t.assignee_id) ->> 'name',
          'opened', t.created_at,
          'changed', t.updated_at,
          'solved', t.solved_at
        ) || case when $10 then jsonb_build_object('messages', private.public_messages(t.id)) else '{}' end
        order by t.number desc
      ), '[]')
      from page t
      join public.categories c on c.slug = t.category
    $query$,
    condition
  )
  into tickets
  using person.id, export_tickets.status, export_tickets.priority, export_tickets.category,
    from_date, to_date, zone, found_ids, below, with_messages;
  return tickets;
end
$$;

revoke execute on function public.export_tickets(text, text, text, text, text, date, date, integer, boolean)
  from public, anon, authenticated;
grant execute on function public.export_tickets(text, text, text, text, text, date, date, integer, boolean)
  to authenticated;

-- What was said on a ticket for everybody to read, oldest first. Called by those who have checked who asks.
create function private.public_messages(ticket_id uuid) returns jsonb
language sql stable set search_path = '' as $$
  select coalesce(
    jsonb_agg(
      jsonb_build_object(
        'at', m.created_at,
        'author', private.person_card(m.author_id) ->> 'name',
        'text', m.body,
        'files', coalesce(
          (select jsonb_agg(a.name order by a.created_at, a.id) from public.ticket_attachments a where a.message_id = m.id),
          '[]'
        )
      )
      order by m.created_at, m.id
    ),
    '[]'
  )
  from public.ticket_messages m
  where m.ticket_id = public_messages.ticket_id and m.kind = 'public'
$$;
