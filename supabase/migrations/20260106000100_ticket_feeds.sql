/*
  Feeds: a ticket as Atom, for whoever has its address.

  The address holds a token of 128 bits; here is its hash alone, so nobody can read it out of the database
  again. One ticket has one feed at most: a new address ends the old one. What the feed says is what its
  requester could read without signing in: never notes, never the team's own events.
*/

create table public.ticket_feeds (
  ticket_id uuid primary key references public.tickets (id),
  token_hash text not null,
  created_at timestamptz not null default now(),

  constraint ticket_feeds_token_hash_shape check (token_hash ~ '^[0-9a-f]{64}$')
);

comment on column public.ticket_feeds.token_hash is 'SHA-256 of the token, in hex.';

alter table public.ticket_feeds enable row level security;
revoke all on public.ticket_feeds from anon, authenticated;

create policy "Customers can see that their tickets have a feed" on public.ticket_feeds
  for select to authenticated using (
    exists (
      select 1 from public.tickets t where t.id = ticket_id and t.requester_id = (select auth.uid())
    )
  );

-- Not the hash: nobody needs it.
grant select (ticket_id, created_at) on public.ticket_feeds to authenticated;
grant select, insert, update, delete on public.ticket_feeds to service_role;

create function private.feed_hash(token text) returns text
language sql immutable set search_path = '' as $$
  select encode(sha256(convert_to(token, 'UTF8')), 'hex')
$$;

-- Gives the caller's ticket a feed with this token, instead of the one that it had. Raises PT404 for a ticket
-- of anybody else, 22023 ticket_feeds_token for a token that is not 128 bits in base64url.
-- Definer: nobody may write to the table directly.
create function public.make_ticket_feed(ticket_number integer, token text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  person public.profiles := private.require_person();
  ticket public.tickets := private.ticket_for(ticket_number, person);
begin
  if ticket.requester_id <> person.id then
    raise exception 'There is no such ticket.' using errcode = 'PT404';
  end if;
  if token is null or token !~ '^[A-Za-z0-9_-]{22}$' then
    raise exception 'ticket_feeds_token' using errcode = '22023';
  end if;

  insert into public.ticket_feeds as f (ticket_id, token_hash)
  values (ticket.id, private.feed_hash(token))
  on conflict on constraint ticket_feeds_pkey do update
  set token_hash = excluded.token_hash, created_at = now();
end
$$;

revoke execute on function public.make_ticket_feed(integer, text) from public, anon, authenticated;
grant execute on function public.make_ticket_feed(integer, text) to authenticated;

-- Ends the feed of the caller's ticket. Ending what is not there is no error. Raises PT404 as above.
-- Definer: as above.
create function public.end_ticket_feed(ticket_number integer) returns void
language plpgsql security definer set search_path = '' as $$
declare
  person public.profiles := private.require_person();
  ticket public.tickets := private.ticket_for(ticket_number, person);
begin
  if ticket.requester_id <> person.id then
    raise exception 'There is no such ticket.' using errcode = 'PT404';
  end if;
  delete from public.ticket_feeds f where f.ticket_id = ticket.id;
end
$$;

revoke execute on function public.end_ticket_feed(integer) from public, anon, authenticated;
grant execute on function public.end_ticket_feed(integer) to authenticated;

/*
  A ticket for its feed, or null when the token is not that of this ticket or its account is banned or gone:
  { id, number, subject, status, created_at, updated_at, entries }, with the newest 50 of what was said and
  what happened, newest first: { id, at, author, body } or { id, at, actor, kind, before, after }.
  Definer: whoever has the token need not be signed in.
*/
create function public.ticket_feed(ticket_number integer, token text) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'id', t.id,
    'number', t.number,
    'subject', t.subject,
    'status', t.status,
    'created_at', t.created_at,
    'updated_at', t.updated_at,
    'entries', (
      select coalesce(jsonb_agg(entry.line order by entry.at desc, entry.said desc, entry.line ->> 'id' desc), '[]')
      from (
        select said_or_done.at, said_or_done.said, said_or_done.line
        from (
          select
            m.created_at as at,
            true as said,
            jsonb_build_object(
              'id', m.id::text, 'at', m.created_at, 'author', private.person_card(m.author_id), 'body', m.body
            ) as line
          from public.ticket_messages m
          where m.ticket_id = t.id and m.kind = 'public'
          union all
          select
            e.created_at,
            false,
            jsonb_build_object(
              'id', e.id::text, 'at', e.created_at, 'actor', private.person_card(e.actor_id),
              'kind', e.kind, 'before', e.before, 'after', e.after
            )
          from public.ticket_events e
          where e.ticket_id = t.id and not e.staff_only and e.kind <> 'notice'
        ) as said_or_done
        order by said_or_done.at desc, said_or_done.said desc
        limit 50
      ) as entry
    )
  )
  from public.tickets t
  join public.ticket_feeds f on f.ticket_id = t.id
  join auth.users u on u.id = t.requester_id
  where t.number = ticket_feed.ticket_number
    and f.token_hash = private.feed_hash(ticket_feed.token)
    and (u.banned_until is null or u.banned_until <= now())
    and u.deleted_at is null
$$;

revoke execute on function public.ticket_feed(integer, text) from public, anon, authenticated;
grant execute on function public.ticket_feed(integer, text) to anon, authenticated;

-- Feeds end with the account. Definer: see private.anonymise_profile.
create function private.remove_feeds() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  delete from public.ticket_feeds f
  using public.tickets t
  where t.id = f.ticket_id and t.requester_id = new.id;
  return new;
end
$$;

create trigger remove_feeds after update of deleted_at on public.profiles
  for each row when (new.deleted_at is not null) execute function private.remove_feeds();
