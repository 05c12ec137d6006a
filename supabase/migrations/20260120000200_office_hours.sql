/*
  When the office is open: one row that the operator keeps. Figures and the record of a solution count by it, and
  pages say it; both ask here alone, private.office_minutes and private.office_hours_of_page.
*/

create table public.office_hours (
  id boolean primary key default true,
  time_zone text not null default 'Europe/Berlin',
  days integer[] not null default '{1,2,3,4,5}',
  opens time not null default '9:00',
  closes time not null default '17:30',
  holidays date[] not null default '{}',

  constraint office_hours_one_row check (id),
  constraint office_hours_zone_known check (timestamp '2026-01-01' at time zone time_zone is not null),
  constraint office_hours_days_known check (cardinality(days) > 0 and days <@ array[1, 2, 3, 4, 5, 6, 7]),
  constraint office_hours_open_before_close check (opens < closes)
);

comment on column public.office_hours.time_zone is 'IANA name; the hours and the holidays are those of its calendar.';
comment on column public.office_hours.days is '1 is Monday, 7 is Sunday.';
comment on column public.office_hours.holidays is 'Days on which the office is closed.';

insert into public.office_hours default values;

alter table public.office_hours enable row level security;
revoke all on public.office_hours from anon, authenticated;

create policy "Everybody signed in can see when the office is open" on public.office_hours
  for select to authenticated using (true);

grant select on public.office_hours to authenticated;
grant select, update on public.office_hours to service_role;

-- Minutes between two times that fall into the office hours. Days are taken from the calendar of their zone, so
-- a day keeps its length when the clocks change.
create or replace function private.office_minutes(from_time timestamptz, to_time timestamptz) returns numeric
language sql stable set search_path = '' as $$
  select case
    when from_time is null or to_time is null then null
    else coalesce(sum(greatest(
      0,
      extract(epoch from
        least(to_time, (day + o.closes) at time zone o.time_zone)
        - greatest(from_time, (day + o.opens) at time zone o.time_zone)
      ) / 60
    )), 0)
  end
  from public.office_hours o
  cross join lateral generate_series(
    date_trunc('day', from_time at time zone o.time_zone),
    to_time at time zone o.time_zone,
    interval '1 day'
  ) as day
  where extract(isodow from day) = any (o.days) and day::date <> all (o.holidays)
$$;

-- The hours as a page says them: { time_zone, days, opens, closes, day_minutes, has_holidays }, times as `9:00`.
create function private.office_hours_of_page() returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object(
    'time_zone', o.time_zone,
    'days', (select jsonb_agg(distinct day) from unnest(o.days) as day),
    'opens', to_char(o.opens, 'FMHH24:MI'),
    'closes', to_char(o.closes, 'FMHH24:MI'),
    'day_minutes', round(extract(epoch from o.closes - o.opens) / 60),
    'has_holidays', cardinality(o.holidays) > 0
  )
  from public.office_hours o
$$;

grant execute on function private.office_hours_of_page() to authenticated, service_role;

alter function public.my_ticket_figures() set schema private;

-- As before, with { hours }: the office hours that the figures count.
-- Not a definer: row level security holds.
create function public.my_ticket_figures() returns jsonb
language sql stable set search_path = '' as $$
  select private.my_ticket_figures() || jsonb_build_object('hours', private.office_hours_of_page())
$$;

revoke execute on function public.my_ticket_figures() from public, anon, authenticated;
grant execute on function public.my_ticket_figures() to authenticated;
