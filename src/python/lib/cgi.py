"""What pages use of `cgi`: making text safe to stand in HTML. The server itself reads the forms."""

__all__ = ['escape']


def escape(s, quote=None):
    """The text with &, < and > as character references; with a true quote also \"."""
    s = s.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')
    return s.replace('"', '&quot;') if quote else s
