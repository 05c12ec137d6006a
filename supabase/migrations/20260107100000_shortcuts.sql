/*
  Keyboard shortcuts of the desk, which each person can turn off: single letters get in the way of those
  who speak to their computer.
*/

alter table public.profiles add column shortcuts boolean not null default true;
comment on column public.profiles.shortcuts is 'Whether single letters act at the desk.';

-- Definer: nobody may write to profiles, and this writes one column of one row.
create function public.choose_shortcuts(wanted boolean) returns void
language plpgsql security definer set search_path = '' as $$
declare
  person public.profiles := private.require_staff();
begin
  update public.profiles p set shortcuts = coalesce(wanted, true) where p.id = person.id;
end
$$;

revoke execute on function public.choose_shortcuts(boolean) from public, anon, authenticated;
grant execute on function public.choose_shortcuts(boolean) to authenticated;
