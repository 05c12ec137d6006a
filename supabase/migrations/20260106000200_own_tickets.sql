/*
  One's own tickets: the list with all that its page shows, in one call, and the figures in office hours.
  Staff have tickets of their own too; what they work on is at the desk.
*/

/*
  One page of the caller's own tickets: `{ total, tickets, categories }`.
  sort: changed, created, oldest, priority. The dates are days of creation in the time zone of the caller.
  Anything unknown counts as not given. At most 100 tickets a page. `categories` are those that a ticket can be
  opened in.

  Definer: row level security would keep Postgres from using the search indexes, hence the first condition.
*/
create function public.my_tickets(
  search text default null,
  status text default null,
  priority text default null,
  category text default null,
  from_date date default null,
  to_date date default null,
  sort text default 'changed',
  page integer default 1,
  page_size integer default 25
) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  person public.profiles := private.require_person();
  zone constant text := coalesce(person.time_zone, private.portal_zone());
  words constant text := nullif(btrim(left(my_tickets.search, 200)), '');
  rows_per_page constant integer := least(greatest(coalesce(page_size, 25), 1), 100);
  rows_before constant bigint := (greatest(coalesce(page, 1), 1) - 1)::bigint * rows_per_page;
  found_ids uuid[];
  condition constant text := private.list_condition(
    false, null, my_tickets.status, my_tickets.priority, my_tickets.category, from_date, to_date, words
  );
  ordering text;
  total integer;
  tickets jsonb;
begin
  if words is not null then
    found_ids := private.tickets_with_words(words, person.id);
  end if;

  ordering := case sort
    when 'created' then 't.created_at desc, t.number desc'
    when 'oldest' then 't.created_at, t.number'
    when 'priority' then
      'array_position(array[''urgent'', ''high'', ''normal'', ''low''], t.priority), t.updated_at desc, t.number desc'
    else 't.updated_at desc, t.number desc'
  end;

  execute format('select count(*) from public.tickets t where %s', condition)
  into total
  using person.id, my_tickets.status, my_tickets.priority, my_tickets.category,
    from_date, to_date, zone, found_ids;

  execute format(
    $query$
      with page as (
        select t.* from public.tickets t where %1$s order by %2$s limit $9 offset $10
      )
      select coalesce(jsonb_agg(
        jsonb_build_object(
          'number', t.number,
          'subject', t.subject,
          'status', t.status,
          'priority', t.priority,
          'category', jsonb_build_object('slug', c.slug, 'name', c.name),
          'created_at', t.created_at,
          'updated_at', t.updated_at,
          'last_reply_by', t.last_reply_by
        )
        order by %2$s
      ), '[]')
      from page t
      join public.categories c on c.slug = t.category
    $query$,
    condition,
    ordering
  )
  into tickets
  using person.id, my_tickets.status, my_tickets.priority, my_tickets.category,
    from_date, to_date, zone, found_ids, rows_per_page, rows_before;

  return jsonb_build_object('total', total, 'tickets', tickets, 'categories', private.open_categories());
end
$$;

-- The categories that a ticket can be opened in, in their order.
create function private.open_categories() returns jsonb
language sql stable set search_path = '' as $$
  select coalesce(
    jsonb_agg(jsonb_build_object('slug', c.slug, 'name', c.name) order by c.position, c.name), '[]'
  )
  from public.categories c
  where c.active
$$;

revoke execute on function public.my_tickets(text, text, text, text, date, date, text, integer, integer)
  from public, anon, authenticated;
grant execute on function public.my_tickets(text, text, text, text, date, date, text, integer, integer)
  to authenticated;


-- Office hours

-- Minutes between two times that fall into the office hours of the portal: Monday to Friday, 9:00 to 17:30
-- in its zone (app/features/tickets/duration.ts says so to people). Days are taken from the calendar of
-- the zone, so a day keeps its eight and a half hours when the clocks change.
create function private.office_minutes(from_time timestamptz, to_time timestamptz) returns numeric
language sql stable set search_path = '' as $$
  select case
    when from_time is null or to_time is null then null
    else coalesce(sum(greatest(
      0,
      extract(epoch from
        least(to_time, (day + time '17:30') at time zone private.portal_zone())
        - greatest(from_time, (day + time '9:00') at time zone private.portal_zone())
      ) / 60
    )), 0)
  end
  from generate_series(
    date_trunc('day', from_time at time zone private.portal_zone()),
    to_time at time zone private.portal_zone(),
    interval '1 day'
  ) as day
  where extract(isodow from day) <= 5
$$;

grant execute on function private.office_minutes(timestamptz, timestamptz) to authenticated, service_role;

-- How long a ticket took, in minutes of our office hours; null while it is not solved, or not the caller's to
-- see. Not a definer: row level security decides.
create function public.office_minutes_of_ticket(ticket_number integer) returns integer
language sql stable set search_path = '' as $$
  select round(private.office_minutes(t.created_at, t.solved_at))::integer
  from public.tickets t
  where t.number = ticket_number
$$;

revoke execute on function public.office_minutes_of_ticket(integer) from public, anon, authenticated;
grant execute on function public.office_minutes_of_ticket(integer) to authenticated;

/*
  The caller's own tickets in figures: { total, done, response, resolution, office, months, categories }.
  Times are medians in minutes: `response` and `resolution` by the clock on the wall, everything else in
  office hours. `months` are the last twelve in the caller's zone, oldest first, empty ones too.
  Response: from opening to our first reply. Resolution: from opening to the solution that stands.
  Not a definer: row level security holds, and only the caller's own tickets count, for staff too.
*/
create function public.my_ticket_figures() returns jsonb
language sql stable set search_path = '' as $$
  with person as (
    select coalesce(
      (select p.time_zone from public.profiles p where p.id = (select auth.uid())), private.portal_zone()
    ) as zone
  ),
  own as materialized (
    select
      date_trunc('month', t.created_at at time zone person.zone) as month,
      t.category,
      t.status,
      extract(epoch from answer.created_at - t.created_at) / 60 as response,
      extract(epoch from t.solved_at - t.created_at) / 60 as resolution,
      private.office_minutes(t.created_at, answer.created_at) as office_response,
      private.office_minutes(t.created_at, t.solved_at) as office_resolution
    from public.tickets t
    cross join person
    left join lateral (
      select m.created_at
      from public.ticket_messages m
      where m.ticket_id = t.id and m.kind = 'public' and m.author_id <> t.requester_id
      order by m.created_at
      limit 1
    ) as answer on true
    where t.requester_id = (select auth.uid())
  ),
  months as (
    select generate_series(
      date_trunc('month', now() at time zone person.zone) - interval '11 months',
      date_trunc('month', now() at time zone person.zone),
      interval '1 month'
    ) as month
    from person
  )
  select jsonb_build_object(
    'total', (select count(*) from own),
    'done', (select count(*) from own where status in ('solved', 'closed')),
    'response', (select round(percentile_cont(0.5) within group (order by response)) from own),
    'resolution', (select round(percentile_cont(0.5) within group (order by resolution)) from own),
    'office', (
      select jsonb_build_object(
        'response', round(percentile_cont(0.5) within group (order by office_response)),
        'resolution', round(percentile_cont(0.5) within group (order by office_resolution))
      )
      from own
    ),
    'months', (
      select jsonb_agg(line order by month)
      from (
        select
          months.month,
          jsonb_build_object(
            'month', to_char(months.month, 'YYYY-MM'),
            'opened', count(own.month),
            'response', round(percentile_cont(0.5) within group (order by own.office_response)),
            'resolution', round(percentile_cont(0.5) within group (order by own.office_resolution))
          ) as line
        from months
        left join own on own.month = months.month
        group by months.month
      ) as lines
    ),
    'categories', (
      select coalesce(jsonb_agg(line order by opened desc, name), '[]')
      from (
        select
          c.name,
          count(*) as opened,
          jsonb_build_object(
            'name', c.name,
            'opened', count(*),
            'response', round(percentile_cont(0.5) within group (order by own.office_response)),
            'resolution', round(percentile_cont(0.5) within group (order by own.office_resolution))
          ) as line
        from own
        join public.categories c on c.slug = own.category
        group by c.name
      ) as lines
    )
  )
$$;

revoke execute on function public.my_ticket_figures() from public, anon, authenticated;
grant execute on function public.my_ticket_figures() to authenticated;
