/*
  A change of address under way: what waits, and in which of the two mailboxes it has been confirmed.
*/

-- What the caller wants to change to and has not confirmed yet, or nulls:
-- { email, old_confirmed, new_confirmed, phone }. A change of email whose links are older than an hour (as
-- in config.toml) is over; Supabase Auth empties the token of the mailbox that has confirmed.
-- Definer: nobody else can read auth.users.
create function public.pending_contact()
returns table (email text, old_confirmed boolean, new_confirmed boolean, phone text)
language sql stable security definer set search_path = '' as $$
  select
    waiting.email::text,
    waiting.email is not null and coalesce(u.email, '') <> '' and coalesce(u.email_change_token_current, '') = '',
    waiting.email is not null and coalesce(u.email_change_token_new, '') = '',
    nullif(u.phone_change, '')::text
  from auth.users u
  cross join lateral (
    select case when u.email_change_sent_at > now() - interval '1 hour' then nullif(u.email_change, '') end as email
  ) as waiting
  where u.id = (select auth.uid())
$$;

revoke execute on function public.pending_contact() from public, anon, authenticated;
grant execute on function public.pending_contact() to authenticated;
