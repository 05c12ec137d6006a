/*
  How often each article, quick answer and tutorial was opened, by day.

  The web servers count and write down now and then: a still page is answered without a backend. No
  person, address or browser is kept, so there is nothing in it that could be traced.
*/

create table public.content_views (
  path text not null,
  day date not null default (now() at time zone 'UTC')::date,
  views integer not null,

  constraint content_views_pkey primary key (path, day),
  constraint content_views_path_of_content check (path ~ '^/(kb|faq|tutorials)/[a-z0-9/-]{1,250}$'),
  constraint content_views_counted check (views > 0)
);

create index content_views_by_day on public.content_views (day);

alter table public.content_views enable row level security;
revoke all on public.content_views from anon, authenticated;

create policy "Staff can see what is read" on public.content_views
  for select to authenticated using ((select private.is_staff()));

grant select on public.content_views to authenticated;
grant select, insert, update on public.content_views to service_role;

-- Adds what a web server has counted: an object from path to number. What is no path of content, or no
-- sensible number, is left out. In order of path, so that two servers never wait for each other in a circle.
create function public.count_views(counted jsonb) returns void
language sql set search_path = '' as $$
  insert into public.content_views as v (path, views)
  select c.path, c.views::integer
  from jsonb_each_text(counted) as c (path, views)
  where c.path ~ '^/(kb|faq|tutorials)/[a-z0-9/-]{1,250}$' and c.views ~ '^[1-9][0-9]{0,5}$'
  order by c.path
  on conflict on constraint content_views_pkey do update set views = v.views + excluded.views
$$;

revoke execute on function public.count_views(jsonb) from public, anon, authenticated;
grant execute on function public.count_views(jsonb) to service_role;

-- What was opened most in the last days, most first.
create function public.most_viewed(days integer, most integer) returns setof text
language sql stable set search_path = '' as $$
  select v.path
  from public.content_views v
  where v.day > (now() at time zone 'UTC')::date - days
  group by v.path
  order by sum(v.views) desc, v.path
  limit least(greatest(most, 0), 1000)
$$;

revoke execute on function public.most_viewed(integer, integer) from public, anon, authenticated;
grant execute on function public.most_viewed(integer, integer) to service_role;
